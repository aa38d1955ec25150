using System.Globalization;
using BuyingGroups.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>
/// Keeps how engaged accounts are, day by day, in set statements over a range of accounts. A row per day is written only where the score changed.
/// </summary>
internal static class AccountScores
{
    /// <summary>Days of history kept; the longest period looked back is ninety.</summary>
    public const int KeptDays = 120;

    /// <summary>Brings one range of accounts up to date.</summary>
    public static async Task BookAsync(PortalDbContext context, DatabaseProvider provider, long first, long last, DateOnly day, CancellationToken cancellationToken)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"account_id BETWEEN {first} AND {last}");
        var now = $"""
            (SELECT COALESCE(MAX({provider.WholeNumber("g.engagement_score * 100 + 0.5")}), 0) FROM buying_groups g WHERE g.account_id = account_scores.account_id)
            """;
        // The score stored is that of the last look; a row of the day holds what the day ended with.
        await RunAsync($"INSERT INTO account_scores (account_id, engagement, change7, change30, change90) SELECT DISTINCT g.account_id, 0, 0, 0, 0 FROM buying_groups g WHERE g.{range} AND NOT EXISTS (SELECT 1 FROM account_scores s WHERE s.account_id = g.account_id)");
        await RunAsync($"DELETE FROM account_scores WHERE {range} AND NOT EXISTS (SELECT 1 FROM buying_groups g WHERE g.account_id = account_scores.account_id)");
        await RunAsync($"UPDATE account_scores SET engagement = {now} WHERE {range} AND engagement <> {now}");
        await RunAsync(
            $$"""
            UPDATE account_score_days SET engagement = (SELECT s.engagement FROM account_scores s WHERE s.account_id = account_score_days.account_id)
            WHERE {{range}} AND day = {0} AND EXISTS (SELECT 1 FROM account_scores s WHERE s.account_id = account_score_days.account_id)
            """,
            day);
        await RunAsync(
            $$"""
            INSERT INTO account_score_days (account_id, day, engagement)
            SELECT s.account_id, {0}, s.engagement FROM account_scores s
            LEFT JOIN account_score_days l ON l.account_id = s.account_id AND l.day = (SELECT MAX(x.day) FROM account_score_days x WHERE x.account_id = s.account_id AND x.day <= {0})
            WHERE s.{{range}} AND (l.account_id IS NULL OR l.engagement <> s.engagement)
            """,
            day);
        await RunAsync(
            $"UPDATE account_scores SET change7 = engagement - {Then(0)}, change30 = engagement - {Then(1)}, change90 = engagement - {Then(2)} WHERE {range}",
            day.AddDays(-7), day.AddDays(-30), day.AddDays(-90));
        await RunAsync(
            $$"""
            DELETE FROM account_score_days WHERE {{range}} AND day < {0}
              AND EXISTS (SELECT 1 FROM account_score_days n WHERE n.account_id = account_score_days.account_id AND n.day > account_score_days.day AND n.day <= {0})
            """,
            day.AddDays(-KeptDays));

        Task RunAsync(string statement, params object[] values) => context.Database.ExecuteSqlRawAsync(statement, values, cancellationToken);
    }

    /// <summary>What an account's score was at the end of a day; what it began with where its history begins later.</summary>
    private static string Then(int parameter) => $$"""
        COALESCE(
          (SELECT d.engagement FROM account_score_days d WHERE d.account_id = account_scores.account_id
             AND d.day = (SELECT MAX(x.day) FROM account_score_days x WHERE x.account_id = account_scores.account_id AND x.day <= {{{parameter}}})),
          (SELECT d.engagement FROM account_score_days d WHERE d.account_id = account_scores.account_id
             AND d.day = (SELECT MIN(x.day) FROM account_score_days x WHERE x.account_id = account_scores.account_id)), 0)
        """;
}
