using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Audiences;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.SolutionInterests;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>From the draft to the end, through the gateway.</summary>
public sealed class JourneyLifeTests
{
    [OnEveryDatabase]
    public async Task A_draft_is_saved_once_and_the_second_to_save_learns_who_was_first(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        var mika = await portal.UserAsync("Mika Berg", "Marketer");
        var opened = (await portal.AskAsync(new GetJourney(world.Id))).Demand().Journey;

        var version = (await portal.SendAsync(new SaveJourneyDraft(world.Id, opened.Version, JourneyWorld.Document.Replace("Hello", "Welcome", StringComparison.Ordinal)), mika)).Demand();
        var refused = await portal.SendAsync(new SaveJourneyDraft(world.Id, opened.Version, JourneyWorld.Document.Replace("Hello", "Good day", StringComparison.Ordinal)));

        Assert.Equal(new JourneyChangedBy("Nurture", "Mika Berg"), refused.Refusal);
        Assert.Equal(opened.Version + 1, version);
        Assert.Contains("Welcome", (await portal.AskAsync(new ReadJourneyDocument(world.Id))).Demand().Json, StringComparison.Ordinal);
        Assert.Equal(version, (await portal.SendAsync(new SaveJourneyDraft(world.Id, version, JourneyWorld.Document.Replace("Hello", "Welcome", StringComparison.Ordinal)))).Demand());
        Assert.Equal("Mika Berg", (await portal.AskAsync(new GetJourney(world.Id))).Demand().UpdatedBy);
    }

    [OnEveryDatabase]
    public async Task A_text_that_is_no_journey_and_a_name_that_is_taken_are_refused(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        Assert.NotEmpty((await portal.SendAsync(new CreateJourney("Broken", null, "{ \"schema\": 1, \"nodes\": [ { \"id\": \"a\", \"kind\": \"teleport\" } ] }"))).Refusals);
        (await portal.SendAsync(new CreateJourney("Empty"))).Demand();
        Assert.Equal<Refusal?>(new NameTaken("journey", "empty"), (await portal.SendAsync(new CreateJourney(" empty "))).Refusal);
        Assert.IsType<Required>((await portal.SendAsync(new CreateJourney(" "))).Refusal);
    }

    [OnEveryDatabase]
    public async Task Publishing_writes_a_version_with_keys_in_drawing_order_an_actor_for_each_and_leases(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();

        var published = await world.PublishAsync();

        await using var context = portal.Open();
        var keys = await context.JourneyNodeKeys.Where(k => k.JourneyVersionId == published.VersionId).OrderBy(k => k.Id).ToListAsync();
        Assert.Equal(["start", "split", "wait", "assign", "halves", "join", "moment"], keys.Select(k => k.NodeId));
        var actors = await context.Actors.ToDictionaryAsync(a => a.Id);
        Assert.All(keys, key => Assert.Equal($"journey:{world.Id}/node:{key.Id}", actors[key.ActorId].Reference));
        Assert.Equal("Nurture › How large?", actors[keys[1].ActorId].Name);
        Assert.Equal(portal.Database.Portal.Provider.JourneyPartitions, await context.JourneyLeases.CountAsync(l => l.JourneyId == world.Id));
        Assert.Equal([keys[4].Id], await context.JourneyVariantCounts.Select(c => c.NodeKey).ToListAsync());

        var journey = await context.Journeys.SingleAsync();
        Assert.Equal((JourneyStatus.Live, (int?)published.VersionId), (journey.Status, journey.LiveVersionId));
        var document = JourneyJson.Read((await context.JourneyVersions.SingleAsync()).Document).Document!;
        var audience = Assert.IsType<AccountAudienceSettings>(document.Node(new NodeId("start"))!.Settings).Audience;
        Assert.Equal(world.Groups.Audience.Id, audience!.Id);
    }

    [OnEveryDatabase]
    public async Task A_live_journey_gets_another_version_and_keeps_the_first_as_it_was(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        var first = await world.PublishAsync();
        var version = (await portal.AskAsync(new GetJourney(world.Id))).Demand().Journey.Version;
        (await portal.SendAsync(new SaveJourneyDraft(world.Id, version, JourneyWorld.Document.Replace("Hello", "Welcome", StringComparison.Ordinal)))).Demand();

        Assert.IsType<JourneyChangedBy>((await portal.SendAsync(new PublishJourney(world.Id, version))).Refusal);
        var second = await world.PublishAsync();

        var details = (await portal.AskAsync(new GetJourney(world.Id))).Demand();
        Assert.Equal([(2, true), (1, false)], details.Versions.Select(v => (v.Number, v.IsLive)));
        Assert.Equal(second.VersionId, details.Journey.LiveVersionId);
        await using var context = portal.Open();
        Assert.Contains("Hello", (await context.JourneyVersions.SingleAsync(v => v.Id == first.VersionId)).Document, StringComparison.Ordinal);
        Assert.Equal(14, await context.JourneyNodeKeys.CountAsync());
        Assert.Equal(portal.Database.Portal.Provider.JourneyPartitions, await context.JourneyLeases.CountAsync());
    }

    [OnEveryDatabase]
    public async Task A_draft_with_problems_is_not_published_and_each_is_named_with_its_node(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync(JourneyWorld.Document
            .Replace("Influencer", "Wizard", StringComparison.Ordinal).Replace("\"percent\": 50, \"to\"", "\"percent\": 60, \"to\"", StringComparison.Ordinal));

        var refused = await portal.SendAsync(new PublishJourney(world.Id));

        var text = string.Join('\n', refused.Refusals);
        Assert.Contains("“assign”", text, StringComparison.Ordinal);
        Assert.Contains("“halves”", text, StringComparison.Ordinal);
        var check = (await portal.AskAsync(new CheckJourneyDocument((await portal.AskAsync(new GetJourney(world.Id))).Demand().Journey.Draft, world.Id))).Demand();
        Assert.False(check.CanBePublished);
        await using var context = portal.Open();
        Assert.Equal((JourneyStatus.Draft, 0), ((await context.Journeys.SingleAsync()).Status, await context.JourneyVersions.CountAsync()));
    }

    [OnEveryDatabase]
    public async Task A_journey_is_closed_or_aborted_once_and_then_stays_as_it_is(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        Assert.IsType<JourneyNotPublished>((await portal.SendAsync(new CloseJourney(world.Id))).Refusal);
        Assert.IsType<JourneyNotPublished>((await portal.SendAsync(new AbortJourney(world.Id))).Refusal);
        await world.PublishAsync();

        (await portal.SendAsync(new CloseJourney(world.Id))).Demand();
        Assert.IsType<JourneyAlreadyClosed>((await portal.SendAsync(new CloseJourney(world.Id))).Refusal);
        Assert.IsType<JourneyIsOver>((await portal.SendAsync(new PublishJourney(world.Id))).Refusal);
        (await portal.SendAsync(new AbortJourney(world.Id))).Demand();
        Assert.IsType<JourneyIsOver>((await portal.SendAsync(new AbortJourney(world.Id))).Refusal);
        var journey = (await portal.AskAsync(new GetJourney(world.Id))).Demand().Journey;
        Assert.Equal((JourneyStatus.Aborted, (DateTime?)portal.Clock.GetUtcNow().UtcDateTime), (journey.Status, journey.EndedAt));
        Assert.IsType<JourneyIsOver>((await portal.SendAsync(new SaveJourneyDraft(world.Id, journey.Version, JourneyWorld.Document))).Refusal);
    }

    [OnEveryDatabase]
    public async Task A_copy_takes_the_drawing_with_or_without_what_its_nodes_are_set_to(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();

        var full = (await portal.SendAsync(new DuplicateJourney(world.Id))).Demand();
        var bare = (await portal.SendAsync(new DuplicateJourney(world.Id, WithSettings: false))).Demand();

        var original = (await portal.AskAsync(new GetJourney(world.Id))).Demand().Journey;
        var copy = (await portal.AskAsync(new GetJourney(full))).Demand().Journey;
        Assert.Equal(("Nurture (copy)", original.Draft, JourneyStatus.Draft), (copy.Name, copy.Draft, copy.Status));
        var blank = JourneyJson.Read((await portal.AskAsync(new GetJourney(bare))).Demand().Journey.Draft).Document!;
        Assert.Equal(JourneyJson.Read(original.Draft).Document!.Nodes.Keys, blank.Nodes.Keys);
        Assert.Null(blank.Node(new NodeId("split"))!.Paths[0].Condition);
        Assert.DoesNotContain("Hello", JourneyJson.Write(blank), StringComparison.Ordinal);
        Assert.Equal([50, 50], blank.Node(new NodeId("halves"))!.Paths.Select(p => p.Percent));
    }

    [OnEveryDatabase]
    public async Task What_a_journey_names_cannot_be_deleted_while_it_runs(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        var list = (await portal.SendAsync(new SaveAccountList(null, "Waiting", null, BuyingGroups.Domain.Audiences.AccountListKind.Static))).Demand();
        var other = (await portal.SendAsync(new CreateJourney("Other", null, """
            { "schema": 1, "start": "a", "nodes": [
              { "id": "a", "kind": "accountAudience", "settings": { "accountList": { "name": "Waiting" } }, "paths": [{ "key": "next", "kind": "next", "to": "b" }] },
              { "id": "b", "kind": "addToJourney", "settings": { "journey": { "name": "Nurture" } }, "paths": [{ "key": "next", "kind": "next" }] }] }
            """))).Demand();

        Assert.Contains("the journey “Nurture”", InUseOf(await portal.SendAsync(new DeleteSolutionInterest(world.Groups.Solution.Id))), StringComparison.Ordinal);
        Assert.Contains("the journey “Nurture”", InUseOf(await portal.SendAsync(new DeleteAudience(world.Groups.Audience.Id))), StringComparison.Ordinal);
        Assert.Contains("the journey “Other”", InUseOf(await portal.SendAsync(new DeleteAccountList(list))), StringComparison.Ordinal);
        Assert.Contains("the journey “Other”", InUseOf(await portal.SendAsync(new DeleteJourney(world.Id))), StringComparison.Ordinal);
        (await portal.SendAsync(new DeleteJourney(other))).Demand();
        (await portal.SendAsync(new DeleteAccountList(list))).Demand();
        (await portal.SendAsync(new DeleteJourney(world.Id))).Demand();
        (await portal.SendAsync(new DeleteAudience(world.Groups.Audience.Id))).Demand();
    }

    [OnEveryDatabase]
    public async Task A_journey_is_deleted_with_all_its_records_once_nobody_is_inside(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        await world.PublishAsync();
        var account = await world.Groups.AccountAsync("Hexa", ["VP"]);
        var entry = await world.EnterAsync(account, "wait", EntryStatus.Active, ("start", 1), ("split", 1));
        Assert.IsType<JourneyIsLive>((await portal.SendAsync(new DeleteJourney(world.Id))).Refusal);
        (await portal.SendAsync(new CloseJourney(world.Id))).Demand();
        Assert.Equal<Refusal?>(new JourneyHasAccounts("Nurture", 1), (await portal.SendAsync(new DeleteJourney(world.Id))).Refusal);

        (await portal.SendAsync(new RemoveAccountFromJourney(world.Id, account.Id))).Demand();
        (await portal.SendAsync(new DeleteJourney(world.Id))).Demand();
        Assert.Equal(0, (await portal.AskAsync(new FindJourneys(new PageRequest()))).Demand().Total);
        await portal.RunJobsAsync();

        await using var context = portal.Open();
        Assert.Equal(BuyingGroups.Data.Jobs.JobStatus.Succeeded, (await context.Jobs.SingleAsync()).Status);
        Assert.Equal((0, 0, 0), (await context.JourneyEntries.CountAsync(), await context.JourneyVisits.CountAsync(), await context.JourneyNodeStatistics.CountAsync()));
        Assert.Equal((0, 0, 0), (await context.JourneyBatches.CountAsync(), await context.JourneyVariantCounts.CountAsync(), await context.JourneyLeases.CountAsync()));
        Assert.True(await context.Actors.AnyAsync(a => a.Reference == $"journey:{world.Id}/node:{entry.NodeKey}"));
    }

    [OnEveryDatabase]
    public async Task The_list_finds_sorts_and_says_who_did_what(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        await world.PublishAsync();
        portal.Clock.Advance(TimeSpan.FromHours(1));
        (await portal.SendAsync(new CreateJourney("Another"), await portal.UserAsync("Mika Berg", "Marketer"))).Demand();

        var all = (await portal.AskAsync(new FindJourneys(new PageRequest()))).Demand();
        Assert.Equal(["Another", "Nurture"], all.Rows.Select(r => r.Name));
        Assert.Equal(("Mika Berg", null), (all.Rows[0].CreatedBy, all.Rows[0].PublishedAt));
        Assert.NotNull(all.Rows[1].StartsAt);
        Assert.Equal(["Nurture", "Another"], (await portal.AskAsync(new FindJourneys(new PageRequest(Sort: "updated")))).Demand().Rows.Select(r => r.Name));
        Assert.Equal(["Nurture"], (await portal.AskAsync(new FindJourneys(new PageRequest(), Status: JourneyStatus.Live))).Demand().Rows.Select(r => r.Name));
        Assert.Equal(["Another"], (await portal.AskAsync(new FindJourneys(new PageRequest(), "other"))).Demand().Rows.Select(r => r.Name));
        foreach (var sort in new[] { "status", "created", "published", "start", "end" })
            Assert.Equal(2, (await portal.AskAsync(new FindJourneys(new PageRequest(Sort: sort, Descending: true)))).Demand().Rows.Count);
    }

    private static string InUseOf<T>(Outcome<T> outcome) => Assert.IsType<InUse>(outcome.Refusal).Users;
}
