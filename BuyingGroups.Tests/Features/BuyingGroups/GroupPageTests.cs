using AngleSharp.Dom;
using Bunit;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.Groups.Details;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.Components;

namespace BuyingGroups.Tests.Features.Groups;

/// <summary>The details page over a real portal: a group at Hexa Freight with four people, nobody assigned.</summary>
public sealed class GroupPageTests : PageTest
{
    private Account account = null!;
    private BuyingGroup group = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var world = await new GroupWorld(Portal.Open).BuildAsync();
        account = await world.AccountAsync("Hexa Freight", ["chief of fleet", "VP sales", "planner", "cook"]);
        group = await world.GroupAsync(account);
        await SignInAsync("Sales");
    }

    [Fact]
    public void A_lane_for_each_role_says_who_is_missing_and_who_would_fit()
    {
        var page = Open();

        Assert.Equal("Fleet analytics for Hexa Freight", page.Find("h1").TextContent);
        Assert.Equal(["Decision Maker", "Influencer", "Practitioner", "Champion"], page.FindAll(".rlane h3").Select(name => name.TextContent));
        Assert.Equal(4, page.FindAll(".slot").Count);
        var suggestion = Lane(page, "Decision Maker").QuerySelector(".mem.sug")!;
        Assert.Contains("Person 00001, chief of fleet", suggestion.TextContent, StringComparison.Ordinal);
        Assert.Contains("job title contains chief", suggestion.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Nobody is in this group yet.", page.Find(".summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("3 suggestions", page.Find(".summary a").TextContent, StringComparison.Ordinal);
        Assert.Contains("No stage model", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_a_suggestion_makes_a_member_by_hand_and_raises_completeness()
    {
        var page = Open();

        await Lane(page, "Decision Maker").QuerySelector(".mem.sug .btn.p")!.ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("Person 00001", Lane(page, "Decision Maker").QuerySelector(".mem .m")!.TextContent.Trim()));
        Assert.NotNull(Lane(page, "Decision Maker").QuerySelector(".so-manual"));
        Assert.Contains("Completeness went from 0 % to 25 %.", page.Find(".results").TextContent, StringComparison.Ordinal);
        Assert.Contains("Influencer, Practitioner and Champion are missing.", page.Find(".summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dismissed_suggestion_does_not_come_back()
    {
        var page = Open();

        await Lane(page, "Influencer").QuerySelector(".mem.sug .btn.q")!.ClickAsync();

        page.WaitForAssertion(() => Assert.Null(Lane(page, "Influencer").QuerySelector(".mem.sug")));
        Assert.Null(Lane(Open(), "Influencer").QuerySelector(".mem.sug"));
    }

    [Fact]
    public async Task The_dialog_shows_the_effect_before_the_click_and_assigns_several_at_once()
    {
        var page = Open();
        await page.Find("[data-key=n]").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".people tbody tr").Count));
        var assign = () => page.Find("dialog footer .btn.p");
        Assert.True(assign().HasAttribute("disabled"));

        await page.Find("input[aria-label='Select Person 00001']").ChangeAsync(true);
        await page.Find("input[aria-label='Select Person 00004']").ChangeAsync(true);
        Assert.Contains("One person has no role yet", page.Find("dialog footer").TextContent, StringComparison.Ordinal);
        Assert.True(assign().HasAttribute("disabled"));
        await page.Find("select[aria-label='Role of Person 00004']").ChangeAsync($"{GroupWorld.Champion}");

        Assert.Contains("Completeness goes from 0 % to 50 %.", page.Find(".effect").TextContent, StringComparison.Ordinal);
        await assign().ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("2 people assigned.", page.Find(".results").TextContent, StringComparison.Ordinal));
        var members = (await Portal.AskAsync(new FindMembers(group.Id, new PageRequest()))).Demand();
        Assert.Equal([("Person 00001", "Decision Maker"), ("Person 00004", "Champion")], members.Rows.Select(row => (row.Person, row.Role)));
    }

    [Fact]
    public async Task Who_may_not_edit_members_sees_them_without_the_buttons()
    {
        await AssignAsync(0, GroupWorld.DecisionMaker);
        Caller = Caller with { Permissions = new HashSet<string>([Permissions.BuyingGroupsView], StringComparer.Ordinal) };

        var page = Open();

        Assert.Contains("Person 00001", Lane(page, "Decision Maker").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".rboard button, [data-key=n], [data-key=e], .phead button"));
    }

    [Fact]
    public async Task The_table_removes_several_after_asking_and_says_what_became_of_each()
    {
        await AssignAsync(0, GroupWorld.DecisionMaker);
        await AssignAsync(1, GroupWorld.Influencer);
        var dialogs = Render<Radzen.Blazor.RadzenDialog>();
        var page = Open("table");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tr[data-row]").Count));

        await page.Find("input[aria-label='Select all rows of this page']").ChangeAsync(true);
        _ = page.FindAll(".bulk .btn").Single(button => button.TextContent.EndsWith("Remove", StringComparison.Ordinal)).ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Equal("Remove 2 members", dialogs.Find(".btn.d").TextContent));
        await dialogs.Find(".btn.d").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("2 members removed.", page.Find(".results").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tr[data-row]")));
    }

    [Fact]
    public async Task The_history_tells_a_refusal_with_who_decided_and_why_it_stands()
    {
        await AssignAsync(3, GroupWorld.Champion);
        await Portal.SendAsync(new RemoveMembers(group.Id, [PersonAt(3)]), Callers.Job("maintenance", "Maintenance"));

        var page = Open("history");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tr[data-row]").Count));
        var refused = page.FindAll("tr[data-row]")[0].TextContent;
        Assert.Contains("Refused", refused, StringComparison.Ordinal);
        Assert.Contains("Maintenance tried to remove Person 00004.", refused, StringComparison.Ordinal);
        Assert.Contains("Some Sales had decided this by hand.", refused, StringComparison.Ordinal);
        Assert.Contains("Some Sales added Person 00004 as Champion.", page.FindAll("tr[data-row]")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_shows_account_top_people_and_gaps()
    {
        await AssignAsync(0, GroupWorld.DecisionMaker);

        var page = Open("overview");

        var cards = page.FindAll(".three .card").ToDictionary(card => card.QuerySelector("h2")!.TextContent, card => card.TextContent, StringComparer.Ordinal);
        Assert.Contains("Logistics", cards["Account"], StringComparison.Ordinal);
        Assert.Contains("Person 00001", cards["Top decision makers"], StringComparison.Ordinal);
        Assert.Contains("Person 00001", cards["Top engaged members"], StringComparison.Ordinal);
        Assert.Contains("Missing, 0 of 2", cards["Missing roles"], StringComparison.Ordinal);
        Assert.DoesNotContain("Decision Maker", cards["Missing roles"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_is_set_in_own_words()
    {
        var page = Open();
        await page.Find(".phead .popbox button").ClickAsync();
        await page.Find(".statusform input").ChangeAsync("Autumn push");

        await page.Find(".statusform").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Autumn push", page.Find(".phead .chip").TextContent, StringComparison.Ordinal));
        Assert.Equal("Autumn push", (await Portal.AskAsync(new GetBuyingGroup(group.Id))).Demand().Status);
    }

    [Fact]
    public void A_group_that_is_gone_is_said_to_be_gone()
    {
        var page = Show<GroupPage>("/buying-groups/987654", with => with.Add(p => p.Id, 987654));

        page.WaitForAssertion(() => Assert.Contains("There is no buying group with number 987654.", page.Find(".note").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<GroupPage> Open(string? tab = null)
    {
        var page = Show<GroupPage>($"/buying-groups/{group.Id}{(tab is null ? "" : "/" + tab)}", with => with.Add(p => p.Id, group.Id).Add(p => p.Tab, tab));
        page.WaitForAssertion(() => Assert.Empty(page.FindComponents<Skeleton>()));
        return page;
    }

    private static IElement Lane(IRenderedComponent<GroupPage> page, string role) => page.Find($".rlane[aria-label='{role}']");

    private long PersonAt(int index) => account.People.OrderBy(person => person.Id).ElementAt(index).Id;

    private async Task AssignAsync(int index, int role) => (await Portal.SendAsync(new AssignMembers(group.Id, [new(PersonAt(index), role)]), Caller)).Demand();
}
