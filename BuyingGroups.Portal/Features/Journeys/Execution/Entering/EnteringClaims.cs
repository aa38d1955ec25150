using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Accounts that qualify and are not in the journey, in the order of their ids.</summary>
public sealed class QualifiedClaim(PlanNode start, EntryIds ids) : JourneyClaim(start)
{
    /// <summary>Wide enough for full transactions, narrow enough that one look at SQLite's writer stays short when few qualify.</summary>
    private const long Window = 50_000;

    private long through;

    public override bool AreNew => true;

    public override int Lane => Start.FirstLane + 1;

    /// <summary>The account to look from: set by the reader that found it, moved on by each commit, so that nobody is looked at twice.</summary>
    public long From { get; set; }

    public override void Committed() => From = Math.Max(From, through + 1);

    public override async Task<int> FillAsync(SegmentRun run, int limit, CancellationToken cancellationToken)
    {
        var (from, to) = (From, From + Window);
        var accounts = (await Entering.WhoMayEnterAsync(run.Database, run.Plan, run.Catalog, run.Partition, run.Provider.JourneyPartitions, run.Now, cancellationToken)).Demand()
            .Where(account => account.Id >= from && account.Id < to).OrderBy(account => account.Id).Select(account => new { account.Id }).Take(limit);
        var entered = await Entering.EnterAsync(run, accounts, Start, ids, limit, cancellationToken);
        through = entered == 0 ? from - 1 : await run.Database.JourneyWork.MaxAsync(work => work.AccountId, cancellationToken);
        return entered;
    }
}

/// <summary>Accounts that another journey sends in. Invitations that the rules do not let in are dropped.</summary>
public sealed class Invited(PlanNode start, EntryIds ids) : JourneyClaim(start)
{
    public override bool AreNew => true;

    public override int Lane => Start.FirstLane + 1;

    public override async Task<int> FillAsync(SegmentRun run, int limit, CancellationToken cancellationToken)
    {
        var (journeyId, partition, partitions) = (run.Plan.JourneyId, run.Partition, run.Provider.JourneyPartitions);
        var invited = run.Database.JourneyInvitations.Where(one => one.JourneyId == journeyId && (one.AccountId / Entering.BlockSize) % partitions == partition).Select(one => one.AccountId);
        var accounts = Entering.MayEnter(run.Database.Accounts, run.Database, run.Plan, run.Catalog, run.Now)
            .Where(account => invited.Contains(account.Id)).OrderBy(account => account.Id).Select(account => new { account.Id }).Take(limit);
        var entered = await Entering.EnterAsync(run, accounts, Start, ids, limit, cancellationToken);
        var taken = run.Database.JourneyWork.Select(work => work.AccountId);
        await run.Database.JourneyInvitations.Where(one => one.JourneyId == journeyId && taken.Contains(one.AccountId)).ExecuteDeleteAsync(cancellationToken);
        return entered;
    }

    public override async Task ExhaustedAsync(SegmentRun run, CancellationToken cancellationToken)
    {
        var (journeyId, partition, partitions) = (run.Plan.JourneyId, run.Partition, run.Provider.JourneyPartitions);
        // Whoever may enter was invited after the look, and is let in by the next.
        var mayEnter = Entering.MayEnter(run.Database.Accounts, run.Database, run.Plan, run.Catalog, run.Now);
        await run.Database.JourneyInvitations.Where(one => one.JourneyId == journeyId && (one.AccountId / Entering.BlockSize) % partitions == partition && !mayEnter.Any(account => account.Id == one.AccountId))
            .ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Who may enter.</summary>
public static class Entering
{
    /// <summary>Accounts are shared out in blocks of consecutive ids, so that entries made together lie together.</summary>
    public const long BlockSize = 4096;

    /// <summary>Accounts of the partition that the audience holds and that are not inside; refused when the audience cannot be used any more.</summary>
    public static async Task<Outcome<IQueryable<Account>>> WhoMayEnterAsync(
        PortalDbContext database, JourneyPlan plan, ConditionCatalog catalog, int partition, int partitions, DateTime now, CancellationToken cancellationToken)
    {
        var audience = await AudienceAsync(database, (AccountAudienceSettings)plan.Start.Node.Settings, catalog, cancellationToken);
        if (!audience.Succeeded)
            return Outcome<IQueryable<Account>>.Refused(audience.Refusals);
        var accounts = MayEnter(audience.Value, database, plan, catalog, now);
        return Outcome<IQueryable<Account>>.Of(partitions > 1 ? accounts.Where(account => (account.Id / BlockSize) % partitions == partition) : accounts);
    }

    /// <summary>Those of <paramref name="accounts"/> that are not inside, may come again if they were, and would not leave at once by goal or exit.</summary>
    public static IQueryable<Account> MayEnter(IQueryable<Account> accounts, PortalDbContext database, JourneyPlan plan, ConditionCatalog catalog, DateTime now)
    {
        var free = NotInside(accounts, database, plan, now);
        var settings = plan.Document.Settings;
        return settings.Goal is null && settings.Exit is null ? free : free.Where(StaysOutside(settings, catalog));
    }

    /// <summary>The accounts of the start node's audience or list.</summary>
    public static async Task<Outcome<IQueryable<Account>>> AudienceAsync(
        PortalDbContext database, AccountAudienceSettings settings, ConditionCatalog catalog, CancellationToken cancellationToken)
    {
        if (settings.Audience is { } reference)
        {
            var audience = await database.Audiences.AsNoTracking().FirstOrDefaultAsync(one => one.Id == reference.Id && one.Status == PublicationStatus.Live, cancellationToken);
            return audience is null ? new NotFound("live audience", reference.Id ?? 0) : Of(database.Accounts, audience.Condition, catalog);
        }
        var listId = settings.AccountList?.Id ?? 0;
        var list = await database.AccountLists.AsNoTracking().FirstOrDefaultAsync(one => one.Id == listId && one.Status == PublicationStatus.Live, cancellationToken);
        if (list is null)
            return new NotFound("live account list", listId);
        if (list is { Kind: AccountListKind.Dynamic, Condition: { } condition })
            return Of(database.Accounts, condition, catalog);
        var members = database.AccountListMembers;
        return Outcome<IQueryable<Account>>.Of(database.Accounts.Where(account => members.Any(member => member.AccountListId == listId && member.AccountId == account.Id)));
    }

    /// <summary>Accounts that are not in the journey, and may enter (again).</summary>
    public static IQueryable<Account> NotInside(IQueryable<Account> accounts, PortalDbContext database, JourneyPlan plan, DateTime now)
    {
        var journeyId = plan.JourneyId;
        var entries = database.JourneyEntries.Where(entry => entry.JourneyId == journeyId);
        if (plan.Document.Settings.ReEntry is not { } again)
            return Without(accounts, entries);
        // An entry blocks while it is inside or parked, and until the delay is over; the delay counts back from now in elapsed time.
        var latest = JourneyEntries.Milliseconds(now) - (JourneyEntries.Milliseconds(WaitCalendar.EndOf(again.Delay, now)) - JourneyEntries.Milliseconds(now));
        var free = Without(accounts, again.WaitFrom == ReEntryWait.Start
            ? entries.Where(entry => entry.DueAt != null || entry.Status == EntryStatus.Parked || entry.EnteredAt > latest)
            : entries.Where(entry => entry.DueAt != null || entry.Status == EntryStatus.Parked || entry.ArrivedAt > latest));
        return again.Limit is { } limit ? free.Where(account => entries.Count(entry => entry.AccountId == account.Id) < limit) : free;
    }

    // One row looked up for each account, not "exists": PostgreSQL makes a join of that, and as long as its statistics know nothing of the entries
    // that came since, one that compares all accounts with all entries.
    private static IQueryable<Account> Without(IQueryable<Account> accounts, IQueryable<JourneyEntry> entries) => accounts.Where(
        account => entries.Where(entry => entry.AccountId == account.Id).OrderBy(entry => entry.EntryNumber).Select(entry => (long?)entry.Id).FirstOrDefault() == null);

    /// <summary>Puts the accounts of a query into the work table as new entries, numbered in their order.</summary>
    public static async Task<int> EnterAsync(SegmentRun run, IQueryable accounts, PlanNode start, EntryIds ids, int limit, CancellationToken cancellationToken)
    {
        var before = ids.Take(limit);
        return await run.Database.ExecuteAroundAsync(
            accounts,
            (query, column) => FormattableString.Invariant($"""
                INSERT INTO {run.Sql.Work} (entry_id, account_id, lane)
                SELECT {before} + ROW_NUMBER() OVER (ORDER BY {column("Id")}), {column("Id")}, {start.FirstLane + 1} FROM {query}
                """),
            cancellationToken);
    }

    private static Outcome<IQueryable<Account>> Of(IQueryable<Account> accounts, Condition condition, ConditionCatalog catalog)
    {
        var matches = ConditionTranslation.OfAccounts(condition, catalog);
        return matches.Succeeded ? Outcome<IQueryable<Account>>.Of(accounts.Where(matches.Value)) : Outcome<IQueryable<Account>>.Refused(matches.Refusals);
    }

    private static System.Linq.Expressions.Expression<Func<Account, bool>> StaysOutside(JourneySettings settings, ConditionCatalog catalog)
    {
        var route = Segment.LeavingRoute(settings, catalog, JourneyPlan.LanesPerNode);
        return System.Linq.Expressions.Expression.Lambda<Func<Account, bool>>(
            System.Linq.Expressions.Expression.Equal(route.Body, System.Linq.Expressions.Expression.Constant(JourneyPlan.LanesPerNode)), route.Parameters);
    }
}
