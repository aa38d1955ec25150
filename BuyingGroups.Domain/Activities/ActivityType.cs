namespace BuyingGroups.Domain.Activities;

/// <summary>A kind of activity (product.md § 2). Eight are built in, an admin may add others.</summary>
public sealed class ActivityType : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Built in and added together, retired ones included.</summary>
    public const int MaxCount = 200;

    /// <summary>Id of <i>Attend Event</i>.</summary>
    public const int AttendEvent = 1;

    /// <summary>Id of <i>Email Clicked</i>.</summary>
    public const int EmailClicked = 2;

    /// <summary>Id of <i>Email Opened</i>.</summary>
    public const int EmailOpened = 3;

    /// <summary>Id of <i>Form Filled Out</i>.</summary>
    public const int FormFilledOut = 4;

    /// <summary>Id of <i>Interesting Moment</i>.</summary>
    public const int InterestingMoment = 5;

    /// <summary>Id of <i>Link Clicks</i>.</summary>
    public const int LinkClicks = 6;

    /// <summary>Id of <i>Page Views</i>.</summary>
    public const int PageViews = 7;

    /// <summary>Id of <i>Register for Event</i>.</summary>
    public const int RegisterForEvent = 8;

    /// <summary>The types that are always there.</summary>
    public static IReadOnlyList<(int Id, string Name)> BuiltIn { get; } =
    [
        (AttendEvent, "Attend Event"), (EmailClicked, "Email Clicked"), (EmailOpened, "Email Opened"), (FormFilledOut, "Form Filled Out"),
        (InterestingMoment, "Interesting Moment"), (LinkClicks, "Link Clicks"), (PageViews, "Page Views"), (RegisterForEvent, "Register for Event"),
    ];

    /// <summary>Database id; the built-in ones have 1–8.</summary>
    public int Id { get; set; }

    /// <summary>Unique name.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>True for those that nobody can rename or retire.</summary>
    public bool IsBuiltIn { get; set; }

    /// <summary>True when no more activities of it are taken; those there are stay and still count in conditions.</summary>
    public bool IsRetired { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;
}
