using System.Xml.Linq;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer.Export;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Tests.Portals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>Journeys leave the portal as pictures and as documents that another portal understands.</summary>
public sealed class JourneyExportTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task The_picture_has_every_node_where_the_layout_puts_it_and_every_path()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new JourneyWorld(portal).BuildAsync(JourneyWorld.Document.Replace("How large?", "<b>5 & 6</b>?", StringComparison.Ordinal));
        var sheet = (await portal.AskAsync(new ReadJourneyDrawing(world.Id))).Demand();
        var layout = JourneyLayout.Of(sheet.Document);

        var picture = XDocument.Parse(JourneyDrawing.Svg(sheet.Document, sheet.Catalog, Texts(portal))).Root!;

        Assert.Equal(sheet.Document.Nodes.Count, picture.Descendants(Svg + "g").Count(g => g.Attribute("data-node") is not null));
        Assert.All(layout.Nodes, pair =>
        {
            var box = picture.Descendants(Svg + "g").Single(g => (string?)g.Attribute("data-node") == pair.Key.Value).Element(Svg + "rect")!;
            Assert.Equal((pair.Value.X, pair.Value.Y), ((double)box.Attribute("x")!, (double)box.Attribute("y")!));
        });
        Assert.Equal(layout.Paths.Count, picture.Descendants(Svg + "path").Count(path => (string?)path.Attribute("class") == "line"));
        Assert.Equal((layout.Width, layout.Height), ((double)picture.Attribute("width")!, (double)picture.Attribute("height")!));
        var said = picture.Descendants(Svg + "text").Select(text => text.Value).ToList();
        Assert.Contains("<b>5 & 6</b>?", said);
        Assert.Contains("Big", said);
        Assert.Contains(said, text => text.StartsWith("50", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_largest_journey_has_a_picture_too()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new JourneyWorld(portal).BuildAsync();
        var sheet = (await portal.AskAsync(new ReadJourneyDrawing(world.Id))).Demand();

        Assert.NotNull(XDocument.Parse(JourneyDrawing.Svg(JourneyDocument.Empty, sheet.Catalog, Texts(portal), "Nothing drawn yet")).Root);
    }

    [Fact]
    public async Task A_journey_exported_by_one_portal_is_imported_and_published_by_another()
    {
        const string Conditions = """
            { "kind": "group", "match": "all", "conditions": [
              { "kind": "field", "attribute": "custom:FIELD", "operator": "greaterOrEqual", "values": ["25"] },
              { "kind": "has", "relation": "buyingGroups", "comparison": "greaterOrEqual", "count": 1, "where": { "match": "all", "conditions": [
                { "kind": "field", "attribute": "solutionInterest", "operator": "is", "values": ["INTEREST"] },
                { "kind": "field", "attribute": "peopleInRole:2", "operator": "less", "values": ["1"] } ] } } ] }
            """;
        const string Simple = """{ "kind": "field", "attribute": "annualRevenue", "operator": "greaterOrEqual", "values": ["1000000"] }""";
        await using var first = await TestPortal.CreateAsync();
        var field = (await first.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Number, "Fleet size", []))).Demand().Id;
        var here = new JourneyWorld(first);
        await here.BuildAsync("");
        var document = JourneyWorld.Document.Replace(Simple, Conditions, StringComparison.Ordinal)
            .Replace("FIELD", field.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("INTEREST", here.Groups.Solution.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var original = (await first.SendAsync(new CreateJourney("Travels", null, document))).Demand();
        (await first.SendAsync(new PublishJourney(original))).Demand();
        var exported = (await first.AskAsync(new ReadJourneyDocument(original, 1, IsPortable: true))).Demand().Json;
        Assert.Contains("custom:name:Fleet size", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("\"id\": 1", exported, StringComparison.Ordinal);

        // There the same names have other numbers.
        await using var second = await TestPortal.CreateAsync();
        await second.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Number, "Something else", []));
        var elsewhere = (await second.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Number, "fleet SIZE", []))).Demand().Id;
        Assert.NotEqual(field, elsewhere);
        var there = new JourneyWorld(second);
        await there.BuildAsync("");
        var check = (await second.AskAsync(new CheckJourneyDocument(exported))).Demand();
        Assert.True(check.CanBePublished, string.Join(" | ", check.Problems));
        var imported = (await second.SendAsync(new CreateJourney("Travels", null, exported))).Demand();
        (await second.SendAsync(new PublishJourney(imported))).Demand();

        var arrived = JourneyJson.Read((await second.AskAsync(new ReadJourneyDocument(imported, 1))).Demand().Json).Document!;
        var condition = (ConditionGroup)arrived.Nodes[new NodeId("split")].Paths[0].Condition!;
        Assert.Equal(ConditionCatalog.CustomFieldKey(elsewhere), ((FieldFilter)condition.Conditions[0]).Attribute);
        Assert.Equal(there.Groups.Solution.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ((FieldFilter)((HasFilter)condition.Conditions[1]).Where.Conditions[0]).Values[0]);
        Assert.Equal(there.Groups.Solution.Id, ((AssignToBuyingGroupSettings)arrived.Nodes[new NodeId("assign")].Settings).SolutionInterest.Id);
    }

    [Fact]
    public async Task A_name_that_the_other_portal_does_not_know_is_told()
    {
        await using var portal = await TestPortal.CreateAsync();
        await new JourneyWorld(portal).BuildAsync();
        var unknown = JourneyWorld.Document.Replace("\"annualRevenue\"", "\"custom:name:Nobody knows\"", StringComparison.Ordinal);

        var check = (await portal.AskAsync(new CheckJourneyDocument(unknown))).Demand();

        Assert.Contains(check.Problems, problem => problem.Node == new NodeId("split") && problem.Severity == ProblemSeverity.Error);
    }

    private static IStringLocalizer<Text> Texts(TestPortal portal) => portal.Services.GetRequiredService<IStringLocalizer<Text>>();
}
