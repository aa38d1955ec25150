using BuyingGroups.Domain;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>How a person's score went over the last 90 days.</summary>
/// <param name="PersonId">The person.</param>
[Requires(Permissions.AccountsView)]
public sealed record GetPersonScores(long PersonId) : IQuery<ScoreHistory>;

/// <summary>How a group's score went over the last 90 days.</summary>
/// <param name="BuyingGroupId">The group.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetGroupScores(long BuyingGroupId) : IQuery<ScoreHistory>;

/// <summary>How the engagement of an account, the highest score of its groups, went over the last 90 days.</summary>
/// <param name="AccountId">The account.</param>
[Requires(Permissions.AccountsView)]
public sealed record GetAccountScores(long AccountId) : IQuery<ScoreHistory>;

/// <summary>A score over time; between two points it stays as it was.</summary>
/// <param name="From">The first day shown.</param>
/// <param name="To">Today.</param>
/// <param name="Points">Each day on which the score as shown changed, oldest first. The first may stand for one before <paramref name="From"/>.</param>
public sealed record ScoreHistory(DateOnly From, DateOnly To, IReadOnlyList<ScorePoint> Points);

/// <summary>A score from a day on.</summary>
/// <param name="Day">The day.</param>
/// <param name="Score">The score.</param>
public sealed record ScorePoint(DateOnly Day, double Score);

/// <summary>Reads them.</summary>
public sealed class GetScoreHistoryHandler(PortalTimeZone zone) : IQueryHandler<GetPersonScores, ScoreHistory>, IQueryHandler<GetGroupScores, ScoreHistory>, IQueryHandler<GetAccountScores, ScoreHistory>
{
    private const int Days = 90;
    private const double Hundredths = 100;

    public Task<Outcome<ScoreHistory>> HandleAsync(GetPersonScores query, QueryContext context, CancellationToken cancellationToken) =>
        OfAsync(context, context.Database.PersonScores.Where(s => s.PersonId == query.PersonId).Select(s => new Row { Day = s.Day, Score = s.Score }), cancellationToken);

    public Task<Outcome<ScoreHistory>> HandleAsync(GetGroupScores query, QueryContext context, CancellationToken cancellationToken) =>
        OfAsync(context, context.Database.GroupScores.Where(s => s.BuyingGroupId == query.BuyingGroupId).Select(s => new Row { Day = s.Day, Score = s.Score }), cancellationToken);

    public async Task<Outcome<ScoreHistory>> HandleAsync(GetAccountScores query, QueryContext context, CancellationToken cancellationToken)
    {
        var (from, _) = Shown(context);
        var rows = context.Database.AccountScoreDays.Where(s => s.AccountId == query.AccountId);
        var before = await rows.Where(r => r.Day < from).OrderByDescending(r => r.Day).FirstOrDefaultAsync(cancellationToken);
        var since = await rows.Where(r => r.Day >= from).OrderBy(r => r.Day).ToListAsync(cancellationToken);
        return History(context, (before is null ? since : [before, .. since]).Select(r => new ScorePoint(r.Day, r.Engagement / Hundredths)));
    }

    private async Task<Outcome<ScoreHistory>> OfAsync(QueryContext context, IQueryable<Row> rows, CancellationToken cancellationToken)
    {
        var first = Shown(context).From.DayNumber;
        var before = await rows.Where(r => r.Day < first).OrderByDescending(r => r.Day).FirstOrDefaultAsync(cancellationToken);
        var since = await rows.Where(r => r.Day >= first).OrderBy(r => r.Day).ToListAsync(cancellationToken);
        return History(context, (before is null ? since : [before, .. since]).Select(r => new ScorePoint(DateOnly.FromDayNumber(r.Day), r.Score)));
    }

    private (DateOnly From, DateOnly To) Shown(QueryContext context)
    {
        var today = ScoreDays.Of(context.Now, zone.Name).Today;
        return (today.AddDays(-Days + 1), today);
    }

    /// <summary>What held before the first day shown holds on it.</summary>
    private ScoreHistory History(QueryContext context, IEnumerable<ScorePoint> points)
    {
        var (from, to) = Shown(context);
        return new ScoreHistory(from, to, [.. points.Select(point => point.Day < from ? point with { Day = from } : point)]);
    }

    private sealed class Row
    {
        public int Day { get; init; }

        public double Score { get; init; }
    }
}
