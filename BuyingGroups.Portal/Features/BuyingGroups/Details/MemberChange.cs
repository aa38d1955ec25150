namespace BuyingGroups.Portal.Features.Groups.Details;

/// <summary>What is done to members on the details page.</summary>
public enum MemberEdit
{
    Assign,
    Remove,
    ChangeRole,
    Confirm,
}

/// <summary>A change that a part of the page asks for; the page carries it out.</summary>
/// <param name="Edit">What to do.</param>
/// <param name="PersonIds">To whom.</param>
/// <param name="Name">The name of the one person, where it is one.</param>
/// <param name="RoleId">The role to get; 0 for a removal.</param>
public sealed record MemberChange(MemberEdit Edit, IReadOnlyList<long> PersonIds, string Name, int RoleId = 0)
{
    /// <summary>People a command takes (product.md § 5).</summary>
    public const int MostAtOnce = MemberEdits.MostAtOnce;
}
