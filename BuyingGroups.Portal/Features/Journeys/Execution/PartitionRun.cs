using BuyingGroups.Data;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>The work on one partition under its lease: transaction after transaction until nobody is due.</summary>
public sealed class PartitionRun(
    PortalDatabase database, JourneyLeases leases, Segment segment, EntryIds ids, TimeProvider clock, PartitionLease lease, int batch, bool stoodStill, ConditionCatalog catalog)
{
    /// <summary>So many in a row fail alone, and it is the journey, not the accounts.</summary>
    private const int ParkedInARow = 25;

    private readonly int most = batch;
    private int limit = batch;

    // A journey that stood still goes on parking only when somebody got through: else each new attempt would park as many again.
    private int parkedInARow = stoodStill ? ParkedInARow : 0;

    /// <summary>What conditions can name, as of the start of this work.</summary>
    public ConditionCatalog Catalog => catalog;

    /// <summary>Entries carried so far.</summary>
    public long Carried { get; private set; }

    /// <summary>Carries everything a claim gives.</summary>
    /// <returns>How many entries.</returns>
    public async Task<long> CarryAsync(JourneyPlan plan, JourneyClaim claim, CancellationToken cancellationToken)
    {
        var carried = 0L;
        while (true)
        {
            var asked = limit;
            var done = await TryAsync(plan, claim, asked, cancellationToken);
            if (done is not { } entries)
                continue;
            carried += entries;
            Carried += entries;
            if (entries < asked)
                return carried;
        }
    }

    /// <summary>Looks for accounts that qualify and lets them in.</summary>
    public async Task<long> LetInAsync(JourneyPlan plan, CancellationToken cancellationToken)
    {
        var claim = new QualifiedClaim(plan.Start, ids);
        var entered = 0L;
        while (await NextToEnterAsync(plan, claim.From, cancellationToken) is { } next)
        {
            claim.From = next;
            entered += await CarryAsync(plan, claim, cancellationToken);
        }
        return entered;
    }

    /// <summary>Notes when accounts were looked through.</summary>
    public Task NoteLookAsync(CancellationToken cancellationToken) => database.WriteAsync(
        (context, token) => context.JourneyLeases.Where(one => one.JourneyId == lease.JourneyId && one.Partition == lease.Partition && one.Token == lease.Token)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.EnrolledAt, clock.GetUtcNow().ToUnixTimeMilliseconds()), token),
        cancellationToken);

    // Read outside of a transaction: a look that finds nobody costs the writer nothing.
    private async Task<long?> NextToEnterAsync(JourneyPlan plan, long from, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var accounts = (await Entering.WhoMayEnterAsync(read, plan, catalog, lease.Partition, database.Provider.JourneyPartitions, clock.GetUtcNow().UtcDateTime, cancellationToken)).Demand();
        return await accounts.Where(account => account.Id >= from).OrderBy(account => account.Id).Select(account => (long?)account.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>How many were carried; null when the set failed and a smaller one is to be tried.</returns>
    private async Task<int?> TryAsync(JourneyPlan plan, JourneyClaim claim, int asked, CancellationToken cancellationToken)
    {
        if (claim.AreNew)
            await ids.EnsureAsync(asked, cancellationToken);
        SegmentRun? run = null;
        try
        {
            var carried = await database.WriteAsync(
                async (context, token) =>
                {
                    await leases.FenceAsync(context, lease, token, MayMove(claim));
                    run = On(context, plan);
                    return (await segment.RunAsync(run, claim, asked, token), true);
                },
                cancellationToken);
            parkedInARow = 0;
            claim.Committed();
            limit = Math.Min(most, limit * 2);
            return carried;
        }
        catch (Exception exception) when (IsTheAccounts(exception))
        {
            if (asked > 1)
            {
                limit = asked / 2;
                return null;
            }
            if (++parkedInARow > ParkedInARow)
                throw;
            await ParkAsync(plan, claim, run?.Alone, exception, cancellationToken);
            return null;
        }
    }

    /// <summary>True for failures that may be one account's: not a lost lease, a stop, a rule that cannot be evaluated at all, or a database that is away.</summary>
    private bool IsTheAccounts(Exception exception) =>
        exception is not (OperationCanceledException or PartitionLostException or RefusedException) && !database.Provider.IsTransient(exception);

    private Task ParkAsync(JourneyPlan plan, JourneyClaim claim, long? account, Exception exception, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            await leases.FenceAsync(context, lease, token, MayMove(claim));
            var run = On(context, plan);
            foreach (var statement in run.Sql.Prepare())
                await run.ExecuteAsync(statement, token);
            // Somebody else may have come first since: then nobody is parked, and the next try tells who fails.
            if (await claim.FillAsync(run, 1, token) == 0 || await context.JourneyWork.Select(work => work.AccountId).FirstAsync(token) != account)
                return;
            var lanes = PlanNode.List(await context.JourneyWork.Select(work => work.Lane).ToListAsync(token));
            var error = exception.GetBaseException().Message is { Length: > JourneyEntry.ErrorMaxLength } text ? text[..JourneyEntry.ErrorMaxLength] : exception.GetBaseException().Message;
            if (claim.AreNew)
            {
                await run.ExecuteAsync(run.Sql.Enter(lanes, plan.JourneyId, lease.Partition, plan.Start.Key, null, (int)EntryStatus.Parked, run.NowMilliseconds, counted: true), token);
                await run.ExecuteAsync(run.Sql.CountDays(plan.JourneyId, lease.Partition, run.NowMilliseconds, [(JourneyDay.Entered, 1)]), token);
            }
            var parked = await context.JourneyWork.Select(work => work.EntryId).ToListAsync(token);
            await context.JourneyEntries.Where(entry => parked.Contains(entry.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.DueAt, (long?)null).SetProperty(entry => entry.Status, EntryStatus.Parked).SetProperty(entry => entry.Error, error).SetProperty(entry => entry.HasHeard, claim.HaveHeard), token);
        },
        cancellationToken);

    private static JourneyStatus[] MayMove(JourneyClaim claim) => claim.AreNew ? [JourneyStatus.Live] : [JourneyStatus.Live, JourneyStatus.ClosedToNewEntries];

    private SegmentRun On(PortalDbContext context, JourneyPlan plan) => new()
    {
        Database = context,
        Provider = database.Provider,
        Plan = plan,
        Catalog = catalog,
        Partition = lease.Partition,
        Token = lease.Token,
        Now = clock.GetUtcNow().UtcDateTime,
    };
}
