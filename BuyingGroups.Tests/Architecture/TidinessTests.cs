using System.Text.RegularExpressions;

namespace BuyingGroups.Tests.Architecture;

/// <summary>Rules about the tree itself, so that it stays one in which a newcomer can name the folder for any change.</summary>
public sealed partial class TidinessTests
{
    // The aim is 200 lines; this guard only catches what clearly grew past it.
    private const int LinesPerFile = 400;

    [Fact]
    public void No_folder_or_file_is_named_after_nothing()
    {
        string[] empty = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Managers", "Manager", "Common", "Misc", "Shared"];

        List<string> found = [.. Tree.Files.Where(file => file.Split('/', '.').Any(part =>
            empty.Contains(part, StringComparer.OrdinalIgnoreCase) || part.EndsWith("Helper", StringComparison.Ordinal) || part.EndsWith("Manager", StringComparison.Ordinal)))];
        Findings.None(found);
    }

    [Fact]
    public void No_source_file_grows_past_what_fits_in_one_head()
    {
        var tooLong = Tree.Files
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js" && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (file, lines: Tree.Read(file).Count(character => character == '\n')))
            .Where(entry => entry.lines > LinesPerFile);

        Findings.None(tooLong.Select(entry => $"{entry.file}: {entry.lines} lines"));
    }

    [Fact]
    public void No_file_names_a_package_registry_or_a_place_on_one_machine()
    {
        List<string> found = [.. Tree.Files
            .Where(file => Tree.IsText(file) && !file.EndsWith("TidinessTests.cs", StringComparison.Ordinal))
            .Select(file => (file, match: RegistryOrMachine().Match(Tree.Read(file))))
            .Where(found => found.match.Success)
            .Select(found => $"{found.file}: {found.match.Value}")];
        Findings.None(found);
    }

    [Fact]
    public void Text_ends_with_a_line_and_has_no_tabs_or_trailing_spaces()
    {
        // dotnet format reads only C#; this covers what it does not.
        List<string> found =
        [
            .. Tree.Files
                .Where(file => Path.GetExtension(file) is ".razor" or ".css" or ".js" or ".json" or ".md" or ".resx" or ".csproj" or ".props" or ".targets"
                    && !file.EndsWith("packages.lock.json", StringComparison.Ordinal))
                .Where(file => Untidy(Tree.Read(file))),
        ];
        Findings.None(found);

        static bool Untidy(string text) => text.Length > 0
            && (!text.EndsWith('\n') || text.Contains('\t', StringComparison.Ordinal) || text.Contains('\r', StringComparison.Ordinal) || text.Contains(" \n", StringComparison.Ordinal));
    }

    [Fact]
    public void No_script_or_style_is_written_into_markup()
    {
        // The content security policy forbids it; here it is found before a browser refuses it.
        List<string> found = [.. Tree.Files
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => InlineScript().IsMatch(Tree.Read(file)))];
        Findings.None(found);
    }

    [Fact]
    public void Every_picture_a_document_shows_is_there()
    {
        var missing =
            from file in Tree.Files
            where file.EndsWith(".md", StringComparison.Ordinal)
            from Match link in LocalLink().Matches(Tree.Read(file))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.GetFullPath(Path.Combine(Machine.ThisMachine.Repository, Path.GetDirectoryName(file) ?? "", target.Split('#')[0]))
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{file}: {target}";

        Findings.None(missing);
    }

    [GeneratedRegex(@"api\.nuget\.org|registry\.npmjs\.org|deb\.debian\.org|/work/(lead|main|shared|[a-z]+)/|/root/|/home/[a-z]+/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RegistryOrMachine();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>|\son(click|change|input|submit|load)=""(?!@)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalLink();
}
