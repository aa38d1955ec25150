namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Records an interesting moment on the account.</summary>
/// <param name="Text">What it says, at most 255 characters.</param>
public sealed record AccountInterestingMomentSettings(string Text) : AccountActionSettings
{
    /// <summary>Longest text.</summary>
    public const int TextMaxLength = 255;

    /// <inheritdoc />
    public override string Kind => "accountInterestingMoment";
}

/// <summary>Records an interesting moment on each person on the path.</summary>
/// <param name="Text">What it says, at most 255 characters.</param>
public sealed record PersonInterestingMomentSettings(string Text) : PeopleActionSettings
{
    /// <inheritdoc />
    public override string Kind => "personInterestingMoment";
}
