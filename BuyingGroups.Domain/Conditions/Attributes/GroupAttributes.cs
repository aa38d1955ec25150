using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Opportunities;
using Group = BuyingGroups.Domain.Conditions.Attributes.AttributeFactory<BuyingGroups.Domain.BuyingGroups.BuyingGroup>;
using Place = BuyingGroups.Domain.Conditions.Attributes.AttributeFactory<BuyingGroups.Domain.BuyingGroups.Member>;
using Sale = BuyingGroups.Domain.Conditions.Attributes.AttributeFactory<BuyingGroups.Domain.Opportunities.Opportunity>;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>What <i>has matched buying group</i> can demand of the group (product.md § 3).</summary>
internal static class BuyingGroupAttributes
{
    private const string Section = "Buying group";

    public static IEnumerable<ConditionAttribute<BuyingGroup>> Of(ConditionCatalog catalog) =>
    [
        Group.Reference(Section, "solutionInterest", "Solution interest", group => group.SolutionInterestId, catalog.SolutionInterests),
        Group.Reference(Section, "stage", "Stage", group => group.StageId, catalog.Stages),
        Group.Text(Section, "status", "Status", group => group.NormalizedStatus, group => group.Status),
        Group.Number(Section, "completeness", "Completeness", group => group.Completeness),
        Group.Number(Section, "engagement", "Engagement score", group => group.EngagementScore),
        .. catalog.Roles.Select(PeopleIn),
    ];

    /// <summary>Number of people in a role: a look-up in the kept counts; a role the group does not have counts 0.</summary>
    private static ConditionAttribute<BuyingGroup> PeopleIn(NamedReference role)
    {
        var id = role.Id;
        return new ColumnAttribute<BuyingGroup, int>(group => group.RoleFills.Where(fill => fill.RoleId == id).Sum(fill => fill.Assigned))
        {
            Section = "Number of people in role",
            Key = ConditionCatalog.PeopleInRoleKey(id),
            Label = "Number of people in role {0}",
            LabelArguments = [role.Name],
            Kind = AttributeKind.Number,
        };
    }
}

/// <summary>What <i>member of buying group</i> can demand of the membership and its group (product.md § 3).</summary>
internal static class MembershipAttributes
{
    /// <summary>Unless a filter asks for it, removed members do not count.</summary>
    public const string Removed = "removed";
    private const string Section = "Membership";

    public static IEnumerable<ConditionAttribute<Member>> Of(ConditionCatalog catalog) =>
    [
        Place.Reference(Section, "solutionInterest", "Solution interest", member => member.BuyingGroup!.SolutionInterestId, catalog.SolutionInterests),
        Place.Reference(Section, "role", "Role in buying group", member => member.RoleId, catalog.Roles),
        Place.Reference(Section, "stage", "Stage", member => member.BuyingGroup!.StageId, catalog.Stages),
        Place.Text(Section, "status", "Status", member => member.BuyingGroup!.NormalizedStatus, member => member.BuyingGroup!.Status),
        Place.Number(Section, "completeness", "Completeness", member => member.BuyingGroup!.Completeness),
        Place.Number(Section, "engagement", "Engagement score", member => member.BuyingGroup!.EngagementScore),
        Place.Boolean(Section, Removed, "Removed", member => !member.IsActive),
    ];
}

/// <summary>What <i>has opportunity</i> can demand of the opportunity (product.md § 3).</summary>
internal static class OpportunityAttributes
{
    private const string Section = "Opportunity";

    public static IReadOnlyList<ConditionAttribute<Opportunity>> All { get; } =
    [
        new PredicateAttribute<Opportunity>((state, _) => state switch
        {
            "open" => sale => !sale.IsClosed,
            "closed" => sale => sale.IsClosed,
            _ => sale => sale.IsWon,
        })
        {
            Section = Section, Key = "state", Label = "State", Kind = AttributeKind.Choice,
            Options = [new("open", "open", IsName: false), new("closed", "closed", IsName: false), new("won", "won", IsName: false)],
        },
        Sale.Number(Section, "amount", "Amount", sale => sale.Amount),
        Sale.Date(Section, "expectedClose", "Expected close", sale => sale.ExpectedClose),
    ];
}
