using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Domain.Stages;

namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>The people in one account who decide on one solution (product.md § 5). One per account and solution interest.</summary>
public sealed class BuyingGroup : IVersioned
{
    /// <summary>Longest name: "Solution interest for Account".</summary>
    public const int NameMaxLength = SolutionInterest.NameMaxLength + 5 + Account.NameMaxLength;

    /// <summary>Longest status.</summary>
    public const int StatusMaxLength = 50;

    /// <summary>Database id.</summary>
    public long Id { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The account.</summary>
    public Account? Account { get; set; }

    /// <summary>The solution interest.</summary>
    public int SolutionInterestId { get; set; }

    /// <summary>The solution interest.</summary>
    public SolutionInterest? SolutionInterest { get; set; }

    /// <summary>"Solution interest for Account"; see <see cref="NameOf"/>.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>The stage, or none where the solution interest has no stage model.</summary>
    public int? StageId { get; set; }

    /// <summary>The stage.</summary>
    public Stage? Stage { get; set; }

    /// <summary>When it entered the stage (UTC).</summary>
    public DateTime? StageSince { get; set; }

    /// <summary>Free text, ≤ 50 characters.</summary>
    public string? Status { get; set { field = value; NormalizedStatus = NormalizedText.Of(value); } }

    /// <summary><see cref="Status"/>, normalized.</summary>
    public string? NormalizedStatus { get; private set; }

    /// <summary>Whole percent, 0–100, always true to the members and the template.</summary>
    public int Completeness { get; set; }

    /// <summary>Group engagement score, 0–100 (product.md § 6).</summary>
    public double EngagementScore { get; set; }

    /// <summary>Change of the score over the last seven days, in points; kept by the daily rescoring.</summary>
    public double EngagementChange { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;

    /// <summary>Members, removed ones included (<see cref="Member.IsActive"/> false).</summary>
    public ICollection<Member> Members { get; } = [];

    /// <summary>How each role of the template is filled.</summary>
    public ICollection<RoleFill> RoleFills { get; } = [];

    /// <summary>The name of the group of <paramref name="account"/> for <paramref name="solutionInterest"/>.</summary>
    public static string NameOf(string solutionInterest, string account) => $"{solutionInterest} for {account}";
}

/// <summary>How many active members a role of the template has in a group: kept with every change of membership, so that "role missing" is a look-up.</summary>
public sealed class RoleFill
{
    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>The role.</summary>
    public int RoleId { get; set; }

    /// <summary>The role.</summary>
    public BuyingGroupRole? Role { get; set; }

    /// <summary>Active members with this role.</summary>
    public int Assigned { get; set; }
}
