using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Portal.Features.RoleTemplates.Editor;

/// <summary>A role card while it is edited.</summary>
public sealed class RoleCardEdit
{
    public int RoleId { get; set; }

    public Weighting Weighting { get; set; } = Weighting.Normal;

    public bool AutoAssign { get; set; }

    public Condition? Condition { get; set; }

    public bool RequiredForCompleteness { get; set; } = true;

    public int MembersRequired { get; set; } = 1;

    public static RoleCardEdit Of(RoleCard card) => new()
    {
        RoleId = card.RoleId,
        Weighting = card.Weighting,
        AutoAssign = card.AutoAssign,
        Condition = card.Condition,
        RequiredForCompleteness = card.RequiredForCompleteness,
        MembersRequired = card.MembersRequired,
    };

    public RoleCardDraft Draft() => new(RoleId, Weighting, AutoAssign, AutoAssign ? Condition : null, RequiredForCompleteness, MembersRequired);
}
