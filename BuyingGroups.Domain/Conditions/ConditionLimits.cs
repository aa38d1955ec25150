namespace BuyingGroups.Domain.Conditions;

/// <summary>How large a condition may be: enough for any list a person would write, small enough for one SQL statement on every database.</summary>
public static class ConditionLimits
{
    /// <summary>Groups inside groups, the root counted.</summary>
    public const int Depth = 8;

    /// <summary>Groups and filters together.</summary>
    public const int Nodes = 200;

    /// <summary>Values of one filter.</summary>
    public const int ValuesPerFilter = 500;

    /// <summary>Values of all filters together, those of named personas included: SQL Server takes 2,100 parameters.</summary>
    public const int Values = 1500;

    /// <summary>Longest text value.</summary>
    public const int TextMaxLength = 255;

    /// <summary>Largest number, either sign; fits decimal(18,4).</summary>
    public const decimal LargestNumber = 99_999_999_999_999m;

    /// <summary>Decimals of a number.</summary>
    public const int Decimals = 4;

    /// <summary>Most days of "in the last N days".</summary>
    public const int LastDays = 36_500;

    /// <summary>Largest count of a <see cref="HasFilter"/>.</summary>
    public const int LargestCount = 1_000_000;

    /// <summary>First date that may be compared with.</summary>
    public static DateOnly FirstDate { get; } = new(1000, 1, 1);

    /// <summary>Last date that may be compared with.</summary>
    public static DateOnly LastDate { get; } = new(9998, 12, 31);
}
