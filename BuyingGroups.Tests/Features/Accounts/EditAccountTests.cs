using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Features.Accounts.AccountWorld;

namespace BuyingGroups.Tests.Features.Accounts;

public sealed class EditAccountTests
{
    [OnEveryDatabase]
    public async Task An_account_is_made_changed_and_remembers_each_change(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var tier = (await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Choice, "Tier", ["Gold", "Silver"]))).Demand().Id;
        var holding = await portal.AccountAsync("Holding");

        var made = (await portal.SendAsync(new CreateAccount(Values(("name", " Northwind "), ("annualRevenue", "1250.5"), ($"custom:{tier}", "gold"))), anna)).Demand();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var edited = (await portal.SendAsync(
            new EditAccount(made.Id, 1, Values(("name", "Northwind"), ("industry", "Retail"), ("annualRevenue", ""), ($"custom:{tier}", "")), holding.Id, anna.UserId), anna)).Demand();

        Assert.Equal((2, 5), (edited.Version, edited.ChangedFields));
        var details = (await portal.AskAsync(new GetAccount(made.Id))).Demand();
        Assert.Equal(("Northwind", "Retail", null, 2, "Anna Berg"), (details.Account.Name, details.Account.Industry, details.Account.AnnualRevenue, details.Account.Version, details.Owner));
        Assert.Empty(details.Account.FieldValues);
        Assert.Equal("Holding", Assert.Single(details.Ancestors).Name);
        Assert.Equal("Northwind", Assert.Single((await portal.AskAsync(new GetAccount(holding.Id))).Demand().Children).Name);

        var history = (await portal.AskAsync(new FindTimeline(RecordKind.Account, made.Id, new PageRequest()))).Demand();
        Assert.Equal(6, history.Total);
        Assert.Contains(new TimelineRow(portal.Clock.GetUtcNow().UtcDateTime, "Anna Berg", "annualRevenue", "1250.5", null), history.Rows);
        Assert.Contains(history.Rows, row => row is { Field: "parentAccount", Before: null, After: "Holding" });
        Assert.Contains(history.Rows, row => row is { Field: "owner", After: "Anna Berg" });
        Assert.Contains(history.Rows, row => row.Field == $"custom:{tier}" && row is { Before: "Gold", After: null });
        Assert.Equal((null, "Anna Berg"), (history.Rows[^1].Field, history.Rows[^1].Who));
    }

    [OnEveryDatabase]
    public async Task Saving_over_somebody_elses_change_is_refused_even_when_only_a_custom_value_changed(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var note = (await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Text, "Note", []))).Demand().Id;
        var account = await portal.AccountAsync("Northwind");

        Assert.True((await portal.SendAsync(new EditAccount(account.Id, 1, Values(($"custom:{note}", "first")), null, null))).Succeeded);
        var late = await portal.SendAsync(new EditAccount(account.Id, 1, Values(("industry", "Retail")), null, null));

        Assert.Equal(new ChangedByOthers("account"), late.Refusal);
        await using var context = portal.Open();
        var stored = await context.Accounts.SingleAsync(a => a.Id == account.Id);
        Assert.Equal((2, (string?)null), (stored.Version, stored.Industry));
    }

    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task Of_two_who_save_at_the_same_time_one_wins(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => portal.SendAsync(new EditAccount(account.Id, 1, Values(("industry", $"Industry {i}")), null, null))));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.IsType<ChangedByOthers>(outcome.Refusal));
        await using var context = portal.Open();
        Assert.Equal(1, await context.RecordChanges.CountAsync());
    }

    [OnEveryDatabase]
    public async Task A_change_that_changes_nothing_leaves_no_trace(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var edited = (await portal.SendAsync(new EditAccount(account.Id, 1, Values(("name", "Northwind")), null, null))).Demand();
        Assert.Equal((1, 0), (edited.Version, edited.ChangedFields));
    }

    [OnEveryDatabase]
    public async Task What_does_not_fit_is_refused_with_every_reason(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var top = await portal.AccountAsync("Top");
        var middle = await portal.AccountAsync("Middle", a => a.ParentAccountId = top.Id);
        var bottom = await portal.AccountAsync("Bottom", a => a.ParentAccountId = middle.Id);

        var many = await portal.SendAsync(new EditAccount(top.Id, 1, Values(("name", ""), ("numberOfEmployees", "many"), ("nosuch", "x")), null, null));
        Assert.Equal([typeof(Required), typeof(NumberExpected), typeof(UnknownField)], many.Refusals.Select(r => r.GetType()));
        Assert.Equal(new ParentBelow("Bottom"), (await portal.SendAsync(new EditAccount(top.Id, 1, Values(), bottom.Id, null))).Refusal);
        Assert.Equal(new OwnParent(), (await portal.SendAsync(new EditAccount(top.Id, 1, Values(), top.Id, null))).Refusal);
        Assert.IsType<NotFound>((await portal.SendAsync(new EditAccount(top.Id, 1, Values(), 999_999, null))).Refusal);
        Assert.IsType<NotFound>((await portal.SendAsync(new EditAccount(999_999, 1, Values(), null, null))).Refusal);
        Assert.IsType<OwnerGone>((await portal.SendAsync(new EditAccount(top.Id, 1, Values(), null, 999))).Refusal);
        Assert.IsType<SourceKeyTaken>((await portal.SendAsync(new CreateAccount(Values(("name", "Other")), "Top"))).Refusal);
        Assert.IsType<Required>((await portal.SendAsync(new CreateAccount(Values(("industry", "Retail"))))).Refusal);
        await using var context = portal.Open();
        Assert.Equal(3, await context.Accounts.CountAsync());
        Assert.Equal(0, await context.RecordChanges.CountAsync());
    }

    [OnEveryDatabase]
    public async Task An_account_on_which_something_hangs_stays_and_says_what(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var person = await portal.PersonAsync(account, "Maria", "Anders");
        var child = await portal.AccountAsync("Branch", a => a.ParentAccountId = account.Id);
        await portal.OpportunityAsync(child, closed: false);
        await portal.GroupAsync(account);

        Assert.Equal(new AccountInUse("Northwind", "1 person, 1 buying group, 1 account below it"), (await portal.SendAsync(new DeleteAccount(account.Id))).Refusal);
        Assert.True((await portal.SendAsync(new DeleteAccount(child.Id))).Succeeded);
        Assert.IsType<NotFound>((await portal.SendAsync(new DeleteAccount(child.Id))).Refusal);
        Assert.Equal(person.AccountId, account.Id);
    }

    [OnEveryDatabase]
    public async Task Owners_change_for_many_at_once_and_only_where_they_differ(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var sam = await portal.UserAsync("Sam Sales", "Sales");
        var first = await portal.AccountAsync("First", a => a.OwnerId = sam.UserId);
        var second = await portal.AccountAsync("Second");

        Assert.Equal(1, (await portal.SendAsync(new AssignOwner([first.Id, second.Id, 999], sam.UserId))).Demand().Changed);
        Assert.Equal("Sam Sales", (await portal.AskAsync(new GetAccount(second.Id))).Demand().Owner);
        Assert.IsType<TooManyAtOnce>((await portal.SendAsync(new AssignOwner([.. Enumerable.Range(0, 51).Select(i => (long)i)], null))).Refusal);
        Assert.IsType<AccessDenied>((await portal.SendAsync(new AssignOwner([first.Id], null), sam)).Refusal);
    }

    [OnEveryDatabase]
    public async Task The_details_show_groups_people_and_open_opportunities(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var maria = await portal.PersonAsync(account, "Maria", "Anders");
        var group = await portal.GroupAsync(account, completeness: 42);
        await portal.MemberAsync(group, maria);
        await portal.OpportunityAsync(account, closed: false);
        await portal.OpportunityAsync(account, closed: true);

        var details = (await portal.AskAsync(new GetAccount(account.Id))).Demand();

        Assert.Equal((1, 1), (details.People, details.Opportunities.Count));
        var shown = Assert.Single(details.Groups);
        Assert.Equal((42, 1, "Fleet analytics"), (shown.Completeness, shown.Members, shown.SolutionInterest));
        Assert.IsType<NotFound>((await portal.AskAsync(new GetAccount(999))).Refusal);
    }
}
