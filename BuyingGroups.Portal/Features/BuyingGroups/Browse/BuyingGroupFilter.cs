using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.BuyingGroups;

namespace BuyingGroups.Portal.Features.Groups.Browse;

/// <summary>Which buying groups a list, its export or a bulk action means.</summary>
public sealed record BuyingGroupFilter
{
    /// <summary>Part of the group's name, which holds the account's.</summary>
    public string? Search { get; init; }

    /// <summary>Any of these solution interests; empty for all.</summary>
    public IReadOnlyList<int> SolutionInterests { get; init; } = [];

    /// <summary>Any of these stages; empty for all.</summary>
    public IReadOnlyList<int> Stages { get; init; } = [];

    /// <summary>Any of these statuses; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Completeness at least, whole percent.</summary>
    public int? CompletenessFrom { get; init; }

    /// <summary>Completeness at most, whole percent.</summary>
    public int? CompletenessTo { get; init; }

    /// <summary>Engagement at least, as shown.</summary>
    public int? EngagementFrom { get; init; }

    /// <summary>Engagement at most, as shown.</summary>
    public int? EngagementTo { get; init; }

    /// <summary>Roles of the template that have no member; all of them must be missing.</summary>
    public IReadOnlyList<int> MissingRoles { get; init; } = [];

    /// <summary>Accounts of any of these industries; empty for all.</summary>
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary>Accounts in any of these regions; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Groups of accounts this user looks after.</summary>
    public int? OwnerId { get; init; }

    /// <summary>The groups that match; the database's own set when there is nothing to filter by.</summary>
    internal IQueryable<BuyingGroup> Apply(PortalDbContext database)
    {
        IQueryable<BuyingGroup> groups = database.BuyingGroups;
        if (NormalizedText.Of(Search) is { } search)
            groups = groups.Where(g => g.NormalizedName.Contains(search));
        if (SolutionInterests is { Count: > 0 } interests)
            groups = groups.Where(g => interests.Contains(g.SolutionInterestId));
        if (Stages is { Count: > 0 } stages)
            groups = groups.Where(g => g.StageId != null && stages.Contains(g.StageId.Value));
        if (Statuses.Select(NormalizedText.Of).OfType<string>().ToList() is { Count: > 0 } statuses)
            groups = groups.Where(g => statuses.Contains(g.NormalizedStatus!));
        if (CompletenessFrom is { } completeFrom)
            groups = groups.Where(g => g.Completeness >= completeFrom);
        if (CompletenessTo is { } completeTo)
            groups = groups.Where(g => g.Completeness <= completeTo);
        // The score is shown rounded, so "at least 50" must find 49.5.
        if (EngagementFrom is { } engagedFrom)
        {
            var least = engagedFrom - 0.5;
            groups = groups.Where(g => g.EngagementScore >= least);
        }
        if (EngagementTo is { } engagedTo)
        {
            var most = engagedTo + 0.5;
            groups = groups.Where(g => g.EngagementScore < most);
        }
        foreach (var roleId in MissingRoles)
            groups = groups.Where(g => database.RoleFills.Any(f => f.BuyingGroupId == g.Id && f.RoleId == roleId && f.Assigned == 0));
        if (Industries.Select(NormalizedText.Of).OfType<string>().ToList() is { Count: > 0 } industries)
            groups = groups.Where(g => industries.Contains(g.Account!.NormalizedIndustry!));
        if (Regions.Select(NormalizedText.Of).OfType<string>().ToList() is { Count: > 0 } regions)
            groups = groups.Where(g => regions.Contains(g.Account!.NormalizedBillingRegion!));
        if (OwnerId is { } owner)
            groups = groups.Where(g => g.Account!.OwnerId == owner);
        return groups;
    }
}
