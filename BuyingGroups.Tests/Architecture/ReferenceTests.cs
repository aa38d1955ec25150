using System.Xml.Linq;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Tests.Machine;

namespace BuyingGroups.Tests.Architecture;

/// <summary>References point one way: Portal → db/* → db/Data → Domain. Domain knows nobody.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["BuyingGroups.Domain"] = [],
        ["BuyingGroups.Data"] = ["BuyingGroups.Domain"],
        ["BuyingGroups.Data.Sqlite"] = ["BuyingGroups.Data"],
        ["BuyingGroups.Data.PostgreSql"] = ["BuyingGroups.Data"],
        ["BuyingGroups.Data.SqlServer"] = ["BuyingGroups.Data", "Microsoft.SqlServer.Server"],
        ["Microsoft.SqlServer.Server"] = [],
        ["BuyingGroups.Portal"] = ["BuyingGroups.Domain", "BuyingGroups.Data", "BuyingGroups.Data.Sqlite", "BuyingGroups.Data.PostgreSql", "BuyingGroups.Data.SqlServer"],
        ["BuyingGroups.Tests"] = ["BuyingGroups.Portal"],
        ["BuyingGroups.Bench"] = ["BuyingGroups.Portal"],
    };

    public static TheoryData<string> Projects => [.. Tree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is a new project: say in this test what it may refer to.");

        var references = XDocument.Parse(Tree.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(references.Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Domain_is_built_on_the_base_library_alone()
    {
        var references = typeof(Actor).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.DoesNotContain(references, name =>
            name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("BuyingGroups.", StringComparison.Ordinal)
            || name is "System.Data.Common" or "System.Net.Http" or "System.IO.FileSystem");
    }

    [Fact]
    public void Domain_has_no_clock_of_its_own()
    {
        string[] clocks = ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider.System"];

        List<string> found = [.. SourceOf("BuyingGroups.Domain/").Where(file => clocks.Any(clock => Tree.Read(file).Contains(clock, StringComparison.Ordinal)))];
        Findings.None(found);
    }

    [Fact]
    public void The_portal_reads_the_clock_it_is_given()
    {
        // TimeProvider.System is named once, where the container is filled.
        string[] clocks = ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"];

        List<string> found = [.. SourceOf("BuyingGroups.Portal/", "db/").Where(file => clocks.Any(clock => Tree.Read(file).Contains(clock, StringComparison.Ordinal)))];
        Findings.None(found);
    }

    [Fact]
    public void Pages_and_components_never_touch_the_database()
    {
        string[] forbidden = ["PortalDbContext", "PortalDatabase", "Microsoft.EntityFrameworkCore", "IDbContextFactory"];
        var pages = Tree.Files.Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".razor.cs", StringComparison.Ordinal));

        List<string> found = [.. pages.Where(file => forbidden.Any(word => Tree.Read(file).Contains(word, StringComparison.Ordinal)))];
        Findings.None(found);
    }

    [Fact]
    public void Each_assembly_of_the_portal_is_among_the_projects_of_this_test()
    {
        var ours = typeof(Portal.Security.Permissions).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name.StartsWith("BuyingGroups.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(Allowed.Keys, StringComparer.Ordinal));
        Assert.True(Directory.Exists(ThisMachine.Repository));
    }

    private static IEnumerable<string> SourceOf(params string[] folders) => Tree.Files.Where(file =>
        folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)) && Path.GetExtension(file) is ".cs" or ".razor");
}
