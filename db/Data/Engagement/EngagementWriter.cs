using BuyingGroups.Data.Providers;
using BuyingGroups.Domain.Engagement;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.Engagement;

/// <summary>
/// The only road to engagement scores. Nothing here opens or ends a transaction: a job calls it range by range, so that each is short, and
/// may repeat any of it.
/// </summary>
public sealed class EngagementWriter(DatabaseProvider provider)
{
    private const int DaysOfChange = 7;

    private EngagementStatements Sql => provider.Engagement;

    /// <summary>People or groups to take at once.</summary>
    public int Range => Sql.Range;

    /// <summary>People to score at once.</summary>
    public int ScoreRange => Sql.ScoreRange;

    /// <summary>Activities to fold in at once.</summary>
    public int Fold => Sql.Fold;

    /// <summary>Brings the days of activities in a range of ids up to date.</summary>
    public async Task FoldAsync(PortalDbContext context, ScoreDays days, long after, long through, CancellationToken cancellationToken)
    {
        foreach (var statement in Sql.Prepare())
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.FillDays(days), [.. days.Days.SelectMany(day => new object[] { day.From, day.To })], cancellationToken);
        if (Sql.Analyze(Sql.Days) is { } analyze)
            await context.Database.ExecuteSqlRawAsync(analyze, cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.FoldActivities(days, after, through), Borders(days), cancellationToken);
    }

    /// <summary>Counts the days of a range of people from scratch: at the first rescoring, and when the portal's time zone changed.</summary>
    public async Task CountDaysAsync(PortalDbContext context, ScoreDays days, long after, long through, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(Sql.ClearDays(after, through), cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.CountDays(days, after, through), Borders(days), cancellationToken);
    }

    /// <summary>Sums what a range of people did. A model in which nothing has a weight leaves no sums.</summary>
    /// <param name="context">The transaction.</param>
    /// <param name="days">The window.</param>
    /// <param name="weights">Weight 0–100 by activity type.</param>
    /// <param name="after">People above this id.</param>
    /// <param name="through">People up to this id.</param>
    /// <param name="trim">True to drop the days that have aged out.</param>
    /// <param name="cancellationToken">Stops between and in statements; the transaction must then be rolled back.</param>
    public async Task SumPeopleAsync(
        PortalDbContext context, ScoreDays days, IReadOnlyDictionary<int, int> weights, long after, long through, bool trim, CancellationToken cancellationToken)
    {
        if (trim)
            await context.Database.ExecuteSqlRawAsync(Sql.TrimDays(days, after, through), cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.ClearSums(after, through), cancellationToken);
        if (weights.Values.Any(weight => weight > 0))
            await context.Database.ExecuteSqlRawAsync(Sql.SumPeople(days, weights, after, through), cancellationToken);
    }

    /// <summary>The largest sum of a person; 0 when nobody did anything.</summary>
    public async Task<long> GreatestPersonAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        (await context.Database.SqlQueryRaw<long?>(Sql.GreatestPerson()).ToListAsync(cancellationToken))[0] ?? 0;

    /// <summary>The largest sum of a group; 0 when no group has members who did anything.</summary>
    public async Task<double> GreatestGroupAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        (await context.Database.SqlQueryRaw<double?>(Sql.GreatestGroup()).ToListAsync(cancellationToken))[0] ?? 0;

    /// <summary>Scores a range of people from their sums, with history.</summary>
    /// <returns>People whose score changed.</returns>
    public async Task<int> ScorePeopleAsync(PortalDbContext context, ScoreDays days, long greatest, long after, long through, int? trimBefore, CancellationToken cancellationToken)
    {
        if (trimBefore is { } before)
            await context.Database.ExecuteSqlRawAsync(Sql.TrimPeople(before, after, through), cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.NotePeople(greatest, days.Today.DayNumber, after, through), cancellationToken);
        return await context.Database.ExecuteSqlRawAsync(Sql.ScorePeople(greatest, after, through), cancellationToken)
            + await context.Database.ExecuteSqlRawAsync(Sql.ForgetPeople(after, through), cancellationToken);
    }

    /// <summary>Sums some groups; see <see cref="EngagementStatements.Within"/> and <see cref="EngagementStatements.ChangedBy"/>.</summary>
    public async Task SumGroupsAsync(PortalDbContext context, Func<string, string> scope, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(Sql.ClearGroupSums(scope), cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.SumGroups(scope), cancellationToken);
    }

    /// <summary>Scores some groups from their sums, with events and history.</summary>
    /// <returns>Groups whose score, or its change of seven days, is another one now.</returns>
    public async Task<int> ScoreGroupsAsync(
        PortalDbContext context, DateOnly today, double greatest, int actorId, DateTime at, Func<string, string> scope, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(Sql.GroupEvents(greatest, actorId, scope), [at], cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.NoteGroups(greatest, today.DayNumber, scope), cancellationToken);
        return await context.Database.ExecuteSqlRawAsync(Sql.ScoreGroups(greatest, today.DayNumber - DaysOfChange, scope), cancellationToken);
    }

    /// <summary>Drops old history of a range of groups.</summary>
    public Task TrimGroupsAsync(PortalDbContext context, int before, long after, long through, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync(Sql.TrimGroups(before, after, through), cancellationToken);

    private static object[] Borders(ScoreDays days) => [.. days.Days.Select(day => (object)day.From), days.Days[^1].To];
}
