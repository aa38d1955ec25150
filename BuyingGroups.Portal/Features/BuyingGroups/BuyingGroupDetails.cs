using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Everything the details page of a group shows besides its paged lists.</summary>
/// <param name="Id">The group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Account">The account and what is known of it.</param>
/// <param name="SolutionInterestId">The solution interest.</param>
/// <param name="SolutionInterest">Its name.</param>
/// <param name="RoleTemplateId">The role template.</param>
/// <param name="RoleTemplate">Its name.</param>
/// <param name="Completeness">Whole percent.</param>
/// <param name="EngagementScore">Group score, 0–100.</param>
/// <param name="EngagementChange">Change in seven days, in points.</param>
/// <param name="Status">Free words, or none.</param>
/// <param name="Stages">The stages of the model in order; empty without one.</param>
/// <param name="StageId">The stage.</param>
/// <param name="StageSince">When it entered the stage (UTC).</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="UpdatedAt">When it last changed (UTC).</param>
/// <param name="Members">Active members.</param>
/// <param name="Roles">The roles of the template in priority order, then others that members have.</param>
/// <param name="Summary">The generated summary, headline first.</param>
/// <param name="DecisionMakers">Decision makers with the highest score.</param>
/// <param name="TopEngaged">Members with the highest score.</param>
/// <param name="SuggestionCount">People who fit a role they do not have.</param>
public sealed record BuyingGroupDetails(
    long Id, string Name, GroupAccount Account, int SolutionInterestId, string SolutionInterest, int RoleTemplateId, string RoleTemplate, int Completeness, double EngagementScore,
    double EngagementChange, string? Status, IReadOnlyList<GroupStage> Stages, int? StageId, DateTime? StageSince, DateTime CreatedAt, DateTime UpdatedAt, int Members,
    IReadOnlyList<GroupRole> Roles, IReadOnlyList<SummarySentence> Summary, IReadOnlyList<GroupMember> DecisionMakers, IReadOnlyList<GroupMember> TopEngaged, int SuggestionCount)
{
    /// <summary>Where the group may move from its stage; without one, the entry stages.</summary>
    public IReadOnlyList<int> NextStageIds { get; init; } = [];

    /// <summary>Required roles without anybody.</summary>
    public IReadOnlyList<GroupRole> MissingRoles => [.. Roles.Where(role => role.IsMissing)];
}

/// <summary>The account of a group.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Industry">Industry.</param>
/// <param name="Country">Billing country.</param>
/// <param name="NumberOfEmployees">Employees.</param>
/// <param name="People">People known there.</param>
/// <param name="OpenOpportunities">How many opportunities are open.</param>
/// <param name="OpenAmount">Their amount in all, as far as known.</param>
/// <param name="Opportunities">The first of them by expected close.</param>
public sealed record GroupAccount(
    long Id, string Name, string? Industry, string? Country, int? NumberOfEmployees, int People, int OpenOpportunities, decimal OpenAmount, IReadOnlyList<GroupOpportunity> Opportunities);

/// <summary>An open opportunity.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">The source system's stage.</param>
/// <param name="Amount">Amount.</param>
/// <param name="ExpectedClose">Expected close.</param>
public sealed record GroupOpportunity(long Id, string Name, string? Stage, decimal? Amount, DateOnly? ExpectedClose);

/// <summary>A stage of the group's model.</summary>
/// <param name="Id">The stage.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is in the model.</param>
public sealed record GroupStage(int Id, string Name, StageKind Kind);

/// <summary>A role and how it is filled.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Name">Its name.</param>
/// <param name="Abbreviation">Two or three letters.</param>
/// <param name="Weighting">How much it counts; null for a role that is not in the template.</param>
/// <param name="IsRequired">True when it counts for completeness.</param>
/// <param name="Required">Members required.</param>
/// <param name="Assigned">Active members.</param>
/// <param name="AutoAssign">False when people come here only by hand or by a journey.</param>
public sealed record GroupRole(int RoleId, string Name, string Abbreviation, Weighting? Weighting, bool IsRequired, int Required, int Assigned, bool AutoAssign)
{
    /// <summary>Whole percent.</summary>
    public int Completeness => Domain.BuyingGroups.Completeness.OfRole(Assigned, Required);

    /// <summary>Required and nobody there.</summary>
    public bool IsMissing => IsRequired && Assigned == 0;
}

/// <summary>A member as named on the overview.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Person">The person's name.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="RoleId">The role.</param>
/// <param name="Role">Its name.</param>
/// <param name="EngagementScore">Person score.</param>
public sealed record GroupMember(long PersonId, string Person, string? JobTitle, int RoleId, string Role, double EngagementScore);
