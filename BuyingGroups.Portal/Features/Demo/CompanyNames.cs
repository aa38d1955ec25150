using BuyingGroups.Portal.Features.Demo.Words;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>A company's name without its legal form, and the domain made of it.</summary>
internal sealed record CompanyName(string Base, string Between, string Domain, City? City = null)
{
    public string Full(string form) => Base + Between + form;
}

/// <summary>Hands out company names, each once: counts per language and trade, and adds a city when the words are used up.</summary>
internal sealed class CompanyNames
{
    readonly Dictionary<(Language, int), int> used = [];

    public CompanyName Root(DemoRandom random, Country home, int industry)
    {
        var language = home.Language;
        var number = used.GetValueOrDefault((language, industry));
        used[(language, industry)] = number + 1;

        var pairs = language.FirstStems.Length * language.SecondStems.Length;
        // A prime step walks through all pairs in an order that looks random; a second trade must not repeat the pairs of the first in step.
        var pair = (int)(((long)number * 7919 + industry * 31L) % pairs);
        var first = language.FirstStems[pair % language.FirstStems.Length];
        var second = language.SecondStems[pair / language.FirstStems.Length];
        var trade = language.Trades[industry];
        var name = first.Text + second.Text + language.Between + trade.Text;
        var slug = first.Slug + second.Slug + "-" + trade.Slug + language.DomainMark;

        var round = number / pairs;
        if (round > 0)
        {
            var city = home.Cities[(round - 1) % home.Cities.Length].Name;
            var counter = (round - 1) / home.Cities.Length;
            name += language.Between + city + (counter == 0 ? "" : $" {counter + 1}");
            // The number keeps the domains of two cities apart that are spelt alike in ASCII.
            slug += $"-{Latin.Slug(home.Name)}-{round}";
        }
        return new CompanyName(name, language.Between, slug + ".example");
    }

    /// <summary>The name of subsidiary <paramref name="number"/> (from 1) of <paramref name="root"/>: what it does and where.</summary>
    public static CompanyName Subsidiary(DemoAccount root, Country home, int number)
    {
        var language = home.Language;
        var division = language.Divisions[number % language.Divisions.Length];
        var city = home.Cities[number % home.Cities.Length];
        var rootName = WithoutForm(root);
        return new CompanyName($"{rootName} {division.Text} {city.Name}", language.Between.Length == 0 ? " " : language.Between,
            $"{division.Slug}-{number}.{root.Domain}", city);
    }

    static string WithoutForm(DemoAccount root)
    {
        var form = root.Home.CompanyForms.Where(form => root.Name.EndsWith(form, StringComparison.Ordinal)).MaxBy(form => form.Length) ?? "";
        return root.Name[..^form.Length].TrimEnd();
    }
}
