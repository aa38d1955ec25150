namespace BuyingGroups.Portal.Features.Demo.Words;

/// <summary>How high a title stands; decides how many people have one.</summary>
internal enum Level
{
    Board,
    Chief,
    Vice,
    Director,
    Manager,
    Change,
    Specialist,
    Assistant,
}

/// <summary>
/// The words of one language: names of people, job titles, words that company names are made of. All written for this demo.
/// Lists are separated by |. "man~woman" gives the forms of a title; {F} stands for the function.
/// </summary>
internal sealed class Language
{
    readonly Dictionary<Level, (string Man, string Woman)[]> titles;
    readonly (string Man, string Woman)[][] chiefs;

    public Language(string name, LanguageWords words)
    {
        Name = name;
        Women = Word.List(words.Women);
        Men = Word.List(words.Men);
        LastNames = Word.List(words.LastNames);
        Functions = words.Functions.Split('|');
        FirstStems = Word.List(words.FirstStems);
        SecondStems = Word.List(words.SecondStems);
        Trades = Word.List(words.Trades);
        Divisions = Word.List(words.Divisions);
        Streets = words.Streets.Split('|');
        (MisterTitle, MissTitle) = Forms(words.Salutations);
        FamilyNameFirst = words.FamilyNameFirst;
        Between = words.Between;
        DomainMark = words.DomainMark;
        chiefs = [.. words.Chiefs.Split(';', StringSplitOptions.TrimEntries).Select(Titles)];
        titles = new()
        {
            [Level.Board] = Titles(words.Board),
            [Level.Vice] = Titles(words.Vice),
            [Level.Director] = Titles(words.Director),
            [Level.Manager] = Titles(words.Manager),
            [Level.Change] = Titles(words.Change),
            [Level.Specialist] = Titles(words.Specialist),
            [Level.Assistant] = Titles(words.Assistant),
        };
        if (Functions.Length != FunctionCount || chiefs.Length != FunctionCount || Trades.Length != Industry.All.Count)
            throw new InvalidOperationException($"{name}: {Functions.Length} functions, {chiefs.Length} chiefs, {Trades.Length} trades.");
    }

    /// <summary>Operations, fleet, purchasing, IT, finance, marketing, sales, people, logistics, engineering.</summary>
    public const int FunctionCount = 10;

    public string Name { get; }

    public Word[] Women { get; }

    public Word[] Men { get; }

    public Word[] LastNames { get; }

    public string[] Functions { get; }

    public Word[] FirstStems { get; }

    public Word[] SecondStems { get; }

    /// <summary>What a company of each industry calls itself, in the order of <see cref="Industry.All"/>.</summary>
    public Word[] Trades { get; }

    public Word[] Divisions { get; }

    public string[] Streets { get; }

    public string MisterTitle { get; }

    public string MissTitle { get; }

    public bool FamilyNameFirst { get; }

    /// <summary>What stands between the words of a company name.</summary>
    public string Between { get; }

    /// <summary>Ends host names where two languages share words.</summary>
    public string DomainMark { get; }

    public string Title(DemoRandom random, Level level, int function, bool woman)
    {
        var (man, womanForm) = random.Pick(level == Level.Chief ? chiefs[function] : titles[level]);
        return (woman ? womanForm : man).Replace("{F}", Functions[function], StringComparison.Ordinal);
    }

    static (string, string)[] Titles(string written) => [.. written.Split('|', StringSplitOptions.TrimEntries).Select(Forms)];

    static (string Man, string Woman) Forms(string written)
    {
        var forms = written.Split('~');
        return (forms[0], forms[^1]);
    }
}

internal sealed record LanguageWords
{
    public required string Women { get; init; }

    public required string Men { get; init; }

    public required string LastNames { get; init; }

    public required string Functions { get; init; }

    public required string Board { get; init; }

    /// <summary>One entry per function, separated by semicolons.</summary>
    public required string Chiefs { get; init; }

    public required string Vice { get; init; }

    public required string Director { get; init; }

    public required string Manager { get; init; }

    /// <summary>People who push change: the natural champions.</summary>
    public required string Change { get; init; }

    public required string Specialist { get; init; }

    public required string Assistant { get; init; }

    public required string FirstStems { get; init; }

    public required string SecondStems { get; init; }

    public required string Trades { get; init; }

    public required string Divisions { get; init; }

    public required string Streets { get; init; }

    public required string Salutations { get; init; }

    public bool FamilyNameFirst { get; init; }

    public string Between { get; init; } = " ";

    public string DomainMark { get; init; } = "";
}
