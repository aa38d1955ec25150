using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Machine;
using BuyingGroups.Tests.Portals;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>Journeys at the command line: what it says and the code it ends with.</summary>
public sealed class JourneyVerbTests
{
    [OnEveryDatabase]
    public async Task A_document_is_validated_published_driven_and_counted(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = new JourneyWorld(portal);
        await world.Groups.BuildAsync();
        await world.Groups.AccountAsync("Hexa", ["VP"]);
        await world.Groups.AccountAsync("Ostmark", ["chief"]);
        using var folder = new TemporaryFolder("journeys");
        var file = folder["nurture.journey.json"];
        await File.WriteAllTextAsync(file, JourneyWorld.Document);

        Assert.Equal((0, true), await SayAsync(portal, "can be published: 7 nodes", "validate", file));
        Assert.Equal((0, true), await SayAsync(portal, "Published version 1 of “nurture”", "publish", file));
        Assert.Equal((0, true), await SayAsync(portal, "Published version 2 of “nurture”", "publish", file));
        Assert.Equal((0, true), await SayAsync(portal, "2 accounts in the audience now", "count", file));
        Assert.Equal((0, true), await SayAsync(portal, "other: 2", "count", "nurture"));
        Assert.Equal((0, true), await SayAsync(portal, "split, path 2 other", "simulate", file, "--account", "hexa"));
        Assert.Equal((0, true), await SayAsync(portal, "Completed", "simulate", "nurture", "--account", "Ostmark"));
        Assert.Equal((1, true), await SayAsync(portal, "There is no account “Nobody”", "simulate", "nurture", "--account", "Nobody"));
        Assert.Equal((0, true), await SayAsync(portal, "Nobody is due any more", "run", "Nurture"));
        Assert.Equal((0, true), await SayAsync(portal, "2 entered, 0 inside, 0 parked", "status", "nurture"));
        Assert.Equal((0, true), await SayAsync(portal, "2 entered, 0 inside, 0 parked", "run", file));
        Assert.Equal((0, true), await SayAsync(portal, "nurture: Live, version 2", "status", file));
        var counts = (await portal.AskAsync(new CountJourney((await portal.AskAsync(new FindJourney("nurture"))).Demand()))).Demand();
        Assert.Equal([("start", 2L), ("split", 2L), ("wait", 0L), ("assign", 0L), ("halves", 2L), ("join", 1L), ("moment", 1L)], counts.Nodes.Select(n => (n.NodeId, n.Reached)));
    }

    [Fact]
    public async Task A_document_with_problems_is_told_by_node_and_reason_and_ends_with_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        await new JourneyWorld(portal).Groups.BuildAsync();
        using var folder = new TemporaryFolder("journeys");
        var file = folder["wrong.json"];
        await File.WriteAllTextAsync(file, JourneyWorld.Document.Replace("Influencer", "Wizard", StringComparison.Ordinal));

        Assert.Equal((1, true), await SayAsync(portal, "error: Node “assign”", "validate", file));
        Assert.Equal((1, true), await SayAsync(portal, "“wrong” was not published", "publish", file));
        Assert.Equal((1, true), await SayAsync(portal, "There is no file", "validate", folder["missing.json"]));
        Assert.Equal((2, true), await SayAsync(portal, "Usage: journey", "dance"));
        await File.WriteAllTextAsync(file, "{ not json");
        Assert.Equal((1, true), await SayAsync(portal, "cannot be published", "validate", file));
        await Assert.ThrowsAsync<RefusedException>(() => SayAsync(portal, "", "status", "nobody"));
    }

    /// <summary>The exit code, and whether the output says the words.</summary>
    private static async Task<(int Code, bool Says)> SayAsync(TestPortal portal, string words, params IReadOnlyList<string> arguments)
    {
        var verb = portal.Services.GetServices<ICommandLineVerb>().Single(v => v.Name == "journey");
        await using var output = new StringWriter();
        var code = await verb.RunAsync(new CommandLineArguments(arguments), output, CancellationToken.None);
        return (code, output.ToString().Contains(words, StringComparison.Ordinal));
    }
}
