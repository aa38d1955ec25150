using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Api.Reading;

/// <summary>Buying groups in the order of their numbers.</summary>
/// <param name="AccountSourceKeys">Only of these accounts; null for all.</param>
/// <param name="After">Only those with a larger number: the place where the page before ended.</param>
/// <param name="Most">How many.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record ReadBuyingGroups(IReadOnlyList<string>? AccountSourceKeys, long After, int Most) : IQuery<Portion<BuyingGroupBody>>;

/// <summary>A buying group.</summary>
/// <param name="Id">Its number, for GET /buying-groups/{id}.</param>
/// <param name="Name">"Solution interest for Account".</param>
/// <param name="AccountSourceKey">Source key of its account.</param>
/// <param name="AccountName">Name of its account.</param>
/// <param name="SolutionInterest">The solution it decides on.</param>
/// <param name="Stage">The stage it is in; null when it has none.</param>
/// <param name="Status">Free text.</param>
/// <param name="Completeness">How far the required roles are filled, 0 to 100.</param>
/// <param name="Engagement">How active its members are, 0 to 100.</param>
/// <param name="Members">How many members it has.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC.</param>
public sealed record BuyingGroupBody(
    long Id, string Name, string AccountSourceKey, string AccountName, string SolutionInterest, string? Stage, string? Status, int Completeness, double Engagement, int Members,
    DateTime CreatedAt, DateTime UpdatedAt);

/// <summary>Reads them.</summary>
public sealed class ReadBuyingGroupsHandler : IQueryHandler<ReadBuyingGroups, Portion<BuyingGroupBody>>
{
    public async Task<Outcome<Portion<BuyingGroupBody>>> HandleAsync(ReadBuyingGroups query, QueryContext context, CancellationToken cancellationToken)
    {
        var groups = context.Database.BuyingGroups.Where(g => g.Id > query.After);
        if (query.AccountSourceKeys is { } keys)
            groups = groups.Where(g => keys.Contains(g.Account!.SourceKey));
        var read = await Bodies(groups.OrderBy(g => g.Id).Take(query.Most + 1)).ToListAsync(cancellationToken);
        return Portion<BuyingGroupBody>.Of(read, query.Most, g => g.Id);
    }

    internal static IQueryable<BuyingGroupBody> Bodies(IQueryable<Domain.BuyingGroups.BuyingGroup> groups) => groups.Select(g => new BuyingGroupBody(
        g.Id, g.Name, g.Account!.SourceKey, g.Account.Name, g.SolutionInterest!.Name, g.Stage == null ? null : g.Stage.Name, g.Status, g.Completeness, g.EngagementScore,
        g.RoleFills.Sum(f => f.Assigned), g.CreatedAt, g.UpdatedAt));
}
