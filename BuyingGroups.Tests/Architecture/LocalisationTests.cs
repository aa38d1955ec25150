using System.Text.RegularExpressions;

namespace BuyingGroups.Tests.Architecture;

/// <summary>Every text on screen goes through localisation: <c>@T["…"]</c>. These tests read the markup as a translator's tool would.</summary>
public sealed partial class LocalisationTests
{
    private static IEnumerable<string> Pages => Tree.Files.Where(file => file.EndsWith(".razor", StringComparison.Ordinal));

    [Fact]
    public void Markup_holds_no_text_of_its_own()
    {
        List<string> found =
        [
            .. from page in Pages
               from Match match in TextNode().Matches(MarkupOf(page))
               let text = match.Groups["text"].Value.Trim()
               where IsProse(text)
               select $"{page}: {text}",
        ];
        Findings.None(found);
    }

    [Fact]
    public void Attributes_that_people_read_or_hear_are_localised()
    {
        List<string> found = [.. from page in Pages from Match match in ReadAttribute().Matches(MarkupOf(page)) select $"{page}: {match.Value.Trim()}"];
        Findings.None(found);
    }

    private static string MarkupOf(string page)
    {
        var text = Tree.Read(page);
        var code = text.IndexOf("@code", StringComparison.Ordinal);
        if (code >= 0)
        {
            text = text[..code];
        }

        // Comments are for us, and the name of an icon is not a text.
        return Icon().Replace(Comment().Replace(text, ""), "<i></i>");
    }

    // Names of the product stay as they are; what looks like code is the C# between two tags.
    private static bool IsProse(string text) => text is not ("BuyingGroups" or "BuyingGroups Portal") && Word().IsMatch(text) && !Code().IsMatch(text);

    [GeneratedRegex(@">(?<text>[^<>@{}]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\s(aria-label|title|alt|placeholder|Title|Label|Placeholder|AriaLabel|Text|Heading|Hint|EmptyText)=""(?!@|BuyingGroups)[^""@]*[A-Za-z]{2}[^""@]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadAttribute();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<(span|i)[^>]*class=""[^""]*\b(icon|ms|mi|material-symbols[a-z-]*|rzi)\b[^""]*""[^>]*>[a-z_0-9]*</(span|i)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Icon();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[;=()\[\]""]|&&|\|\||^\s*(else|if|for)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
