namespace BuyingGroups.Data.RollUps;

/// <summary>By how much the engagement of accounts changed over a period that is kept: seven, thirty or ninety days.</summary>
public static class AccountMoves
{
    /// <summary>The periods that are kept, in days.</summary>
    public static IReadOnlyList<int> Periods { get; } = [7, 30, 90];

    /// <summary>Hundredths of a point from which a change is worth telling.</summary>
    private const int Worth = 500;

    /// <summary>Accounts that surge: they gained five points or more.</summary>
    public static IQueryable<AccountMove> Gained(IQueryable<AccountScore> scores, int days) => Over(scores, days).Where(m => m.Change >= Worth);

    /// <summary>Accounts at risk: they lost five points or more.</summary>
    public static IQueryable<AccountMove> Lost(IQueryable<AccountScore> scores, int days) => Over(scores, days).Where(m => m.Change <= -Worth);

    private static IQueryable<AccountMove> Over(IQueryable<AccountScore> scores, int days) => days switch
    {
        7 => scores.Select(s => new AccountMove { AccountId = s.AccountId, Engagement = s.Engagement, Change = s.Change7 }),
        90 => scores.Select(s => new AccountMove { AccountId = s.AccountId, Engagement = s.Engagement, Change = s.Change90 }),
        _ => scores.Select(s => new AccountMove { AccountId = s.AccountId, Engagement = s.Engagement, Change = s.Change30 }),
    };
}

/// <summary>An account's engagement and its change over one period, hundredths of a point.</summary>
public sealed class AccountMove
{
    public long AccountId { get; init; }

    public int Engagement { get; init; }

    public int Change { get; init; }
}
