using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Portal.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Accounts whose engagement changed by five points or more over the period, read along the index of that change.</summary>
/// <param name="Data">The accounts, those that gained most first.</param>
/// <param name="Surging">How many gained.</param>
/// <param name="AtRisk">How many lost.</param>
/// <param name="Up">Those that gained most.</param>
/// <param name="Down">Those that lost most.</param>
/// <param name="SurgingHref">The list of all that gained.</param>
/// <param name="AtRiskHref">The list of all that lost.</param>
public sealed record Movers(ChartData Data, int Surging, int AtRisk, IReadOnlyList<Mover> Up, IReadOnlyList<Mover> Down, string? SurgingHref, string? AtRiskHref)
{
    private const int Listed = 25;

    internal static async Task<Movers> ReadAsync(PortalDbContext database, DashboardFilter filter, DateOnly from, CancellationToken cancellationToken)
    {
        var scores = filter.Scores(database);
        var (gained, lost) = (AccountMoves.Gained(scores, filter.Days), AccountMoves.Lost(scores, filter.Days));
        var up = await gained.OrderByDescending(s => s.Change).ThenByDescending(s => s.AccountId).Take(Listed).ToListAsync(cancellationToken);
        var down = await lost.OrderBy(s => s.Change).ThenBy(s => s.AccountId).Take(Listed).ToListAsync(cancellationToken);
        var ids = up.Concat(down).Select(s => s.AccountId).ToList();
        var names = await database.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var courses = (await database.AccountScoreDays.Where(d => ids.Contains(d.AccountId) && d.Day >= from).ToListAsync(cancellationToken)).ToLookup(d => d.AccountId);
        Mover Of(AccountMove s) => new(s.AccountId, names.GetValueOrDefault(s.AccountId, ""), Points(s.Engagement), Points(s.Change), Course(s, courses[s.AccountId]));
        var (risen, fallen) = (up.Select(Of).ToList(), down.Select(Of).ToList());
        return new Movers(
            new ChartData(
                "movers", "Account", [ChartName.Key("Engagement"), ChartName.Key("Change in the period")],
                [.. risen.Concat(fallen.AsEnumerable().Reverse()).Select(m => new ChartRow(new ChartName(m.Name), [m.Engagement, m.Change], string.Create(CultureInfo.InvariantCulture, $"/accounts/{m.AccountId}")))]),
            await gained.CountAsync(cancellationToken), await lost.CountAsync(cancellationToken), risen, fallen, Accounts(true), Accounts(false));

        // The list of accounts does not choose by solution interest.
        string? Accounts(bool isUp) => filter.Solution is null ? filter.Accounts(AccountAddress.MovedKey, AccountAddress.Moved(isUp, filter.Days)) : null;
    }

    private static int Points(int hundredths) => (int)Math.Round(hundredths / 100.0, MidpointRounding.AwayFromZero);

    private static double[] Course(AccountMove score, IEnumerable<AccountScoreDay> days) =>
        [(score.Engagement - score.Change) / 100.0, .. days.OrderBy(d => d.Day).Select(d => d.Engagement / 100.0), score.Engagement / 100.0];
}

/// <summary>An account that moves.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Engagement">Its engagement now, 0–100.</param>
/// <param name="Change">Points gained or lost over the period.</param>
/// <param name="Course">Engagement over the period, oldest first.</param>
public sealed record Mover(long AccountId, string Name, int Engagement, int Change, IReadOnlyList<double> Course);
