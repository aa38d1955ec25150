using Bunit;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer;
using BuyingGroups.Portal.Features.Journeys.Designer.Problems;
using BuyingGroups.Portal.Features.Journeys.Designer.Review;
using BuyingGroups.Portal.Features.Journeys.Designer.Settings;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

/// <summary>Problems, settings and the last look before publishing.</summary>
public sealed class ReviewDialogTests : DesignerTest
{
    [Fact]
    public async Task Problems_stand_errors_first_and_lead_to_their_place()
    {
        var session = await BrokenAsync();
        var jumped = new List<NodeId>();
        var bar = Show<ProblemsBar>("", parameters => parameters.Add(one => one.Session, session).Add(one => one.OnJump, jumped.Add));
        Assert.Contains("1 error", bar.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await bar.Find("button[data-problem=assign]").ClickAsync(new());
        Assert.Equal(new NodeId("assign"), session.Primary);
        Assert.Equal([new NodeId("assign")], jumped);

        await bar.Find("button[aria-label='Show all problems']").ClickAsync(new());
        Assert.Contains("There is no role “Wizard”", bar.Find(".problems").TextContent, StringComparison.Ordinal);
        await bar.InvokeAsync(() => session.Do(document => JourneyEdits.Delete(document, new NodeId("assign"))));
        bar.WaitForAssertion(() => Assert.Contains("No problems", bar.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_take_schedule_re_entry_goal_exit_and_deduplication()
    {
        var session = await OpenAsync(JourneyJson.Read(JourneyWorld.Document).Document!);
        var dialog = Show<JourneySettingsDialog>("", parameters => parameters.Add(one => one.Session, session));
        await dialog.InvokeAsync(dialog.Instance.OpenAsync);
        dialog.WaitForAssertion(() => Assert.Equal(4, dialog.FindAll("[role=switch]").Count));

        var year = Portal.Clock.GetUtcNow().Year + 1;
        await dialog.FindAll("input[type=datetime-local]")[0].ChangeAsync(new() { Value = $"{year}-05-02T09:00" });
        await dialog.FindAll("input[type=datetime-local]")[1].ChangeAsync(new() { Value = $"{year}-05-01T09:00" });
        dialog.WaitForAssertion(() => Assert.Contains("ends before it starts", dialog.Find("[data-problem]").TextContent, StringComparison.Ordinal));
        await dialog.FindAll("input[type=datetime-local]")[1].ChangeAsync(new() { Value = $"{year}-06-01T09:00" });
        for (var at = 0; at < 4; at++)
            await dialog.FindAll("[role=switch]")[at].ClickAsync(new());
        await dialog.FindAll("input[type=number]")[1].ChangeAsync(new() { Value = "3" });

        var settings = session.Document.Settings;
        Assert.Equal(new DateTime(year, 5, 2, 9, 0, 0, DateTimeKind.Utc), settings.StartsAt);
        Assert.Equal(new DateTime(year, 6, 1, 9, 0, 0, DateTimeKind.Utc), settings.EndsAt);
        Assert.Equal(3, settings.ReEntry!.Limit);
        Assert.Equal(Condition.Everything, settings.Goal);
        Assert.Equal(Condition.Everything, settings.Exit);
        Assert.True(settings.DeduplicateEmail);
        Assert.Equal(8, session.Steps.Count());
    }

    [Fact]
    public async Task A_draft_with_errors_cannot_be_published_and_says_what_is_wrong()
    {
        var session = await BrokenAsync();
        var dialog = await ReviewAsync(session);

        Assert.True(dialog.Find("[data-publish]").HasAttribute("disabled"));
        Assert.Contains("1 error stands in the way", dialog.Markup, StringComparison.Ordinal);
        await dialog.Find("button[data-problem=assign]").ClickAsync(new());
        Assert.Equal(new NodeId("assign"), session.Primary);
    }

    [Fact]
    public async Task The_first_version_is_counted_and_published_at_once()
    {
        await World.Groups.AccountAsync("Hexa", []);
        var dialog = await ReviewAsync(await OpenAsync(JourneyJson.Read(JourneyWorld.Document).Document!));
        dialog.WaitForAssertion(() => Assert.Contains("1 account is in the audience now.", dialog.Find("[data-counts]").TextContent, StringComparison.Ordinal));
        Assert.Contains("The first version: 7 steps.", dialog.Find("[data-changes]").TextContent, StringComparison.Ordinal);

        await dialog.Find("[data-publish]").ClickAsync(new());

        dialog.WaitForAssertion(() => Assert.Contains("Version 1 is published.", dialog.Find("[data-published]").TextContent, StringComparison.Ordinal));
        Assert.Equal(JourneyStatus.Live, (await Portal.AskAsync(new GetJourney(World.Id))).Demand().Journey.Status);
    }

    [Fact]
    public async Task The_next_version_shows_what_changed_and_may_start_at_a_date()
    {
        await World.PublishAsync();
        var session = await OpenAsync(JourneyJson.Read(JourneyWorld.Document).Document!);
        session.Do(document => JourneyEdits.Rename(document, new NodeId("wait"), "A day of rest"));
        session.Do(document => JourneyEdits.Delete(document, new NodeId("moment")));
        session.Do(document => JourneyEdits.Insert(document, new PathPlace(new("halves"), "b"), new UpdateAccountProfileSettings("industry", "Food")));
        var dialog = await ReviewAsync(session);

        dialog.WaitForAssertion(() => Assert.Equal(["Added", "Changed", "Changed", "Changed", "Removed"], dialog.FindAll("[data-fate]").Select(one => one.GetAttribute("data-fate")).Order(StringComparer.Ordinal)));
        Assert.Contains("A day of rest", dialog.Find("[data-changes]").TextContent, StringComparison.Ordinal);
        await dialog.FindAll("input[type=radio]")[1].ChangeAsync(new() { Value = "on" });
        var year = Portal.Clock.GetUtcNow().Year + 1;
        await dialog.Find("input[type=datetime-local]").ChangeAsync(new() { Value = $"{year}-03-01T08:00" });
        await dialog.Find("[data-publish]").ClickAsync(new());

        dialog.WaitForAssertion(() => Assert.Contains("Version 2 is published. Accounts enter from its start date on.", dialog.Find("[data-published]").TextContent, StringComparison.Ordinal));
        var journey = (await Portal.AskAsync(new GetJourney(World.Id))).Demand().Journey;
        Assert.Equal(new DateTime(year, 3, 1, 8, 0, 0, DateTimeKind.Utc), journey.StartsAt);
    }

    private Task<DesignerSession> BrokenAsync() =>
        OpenAsync(JourneyJson.Read(JourneyWorld.Document.Replace("Influencer", "Wizard", StringComparison.Ordinal)).Document!);

    private async Task<IRenderedComponent<ReviewDialog>> ReviewAsync(DesignerSession session)
    {
        var dialog = Show<ReviewDialog>("", parameters => parameters.Add(one => one.Session, session).Add(one => one.Save, SaveAsync));
        await dialog.InvokeAsync(dialog.Instance.OpenAsync);
        dialog.WaitForElement("[data-publish]");
        return dialog;

        async Task<Outcome<int>> SaveAsync() => await Portal.SendAsync(new SaveJourneyDraft(session.JourneyId, session.Version, JourneyJson.Write(session.Document)));
    }
}
