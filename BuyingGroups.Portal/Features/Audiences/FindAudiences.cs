using BuyingGroups.Domain;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>Account audiences, paged.</summary>
/// <param name="Page">Which page; sorts by name, status, updated, count.</param>
/// <param name="Search">Part of the name.</param>
/// <param name="Status">Only drafts or only live ones.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindAudiences(PageRequest Page, string? Search = null, PublicationStatus? Status = null) : IQuery<PageOf<AudienceRow>>;

/// <summary>One audience as listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Status">Draft or live.</param>
/// <param name="AccountCount">How many accounts matched when last evaluated.</param>
/// <param name="EvaluatedAt">When that was (UTC).</param>
/// <param name="UpdatedAt">When it was saved (UTC).</param>
public sealed record AudienceRow(int Id, string Name, string? Description, PublicationStatus Status, int? AccountCount, DateTime? EvaluatedAt, DateTime UpdatedAt);

/// <summary>Reads them.</summary>
public sealed class FindAudiencesHandler : IQueryHandler<FindAudiences, PageOf<AudienceRow>>
{
    public async Task<Outcome<PageOf<AudienceRow>>> HandleAsync(FindAudiences query, QueryContext context, CancellationToken cancellationToken)
    {
        var audiences = context.Database.Audiences.AsQueryable();
        if (NormalizedText.Of(query.Search) is { } search)
            audiences = audiences.Where(a => a.NormalizedName.Contains(search));
        if (query.Status is { } status)
            audiences = audiences.Where(a => a.Status == status);
        var total = await audiences.CountAsync(cancellationToken);
        var ordered = query.Page.Sort switch
        {
            "status" => audiences.By(a => a.Status, query.Page.Descending).ThenBy(a => a.NormalizedName),
            "updated" => audiences.By(a => a.UpdatedAt, query.Page.Descending).ThenBy(a => a.Id),
            "count" => audiences.By(a => a.AccountCount, query.Page.Descending).ThenBy(a => a.Id),
            _ => audiences.By(a => a.NormalizedName, query.Page.Descending),
        };
        var rows = await ordered.Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(a => new AudienceRow(a.Id, a.Name, a.Description, a.Status, a.AccountCount, a.EvaluatedAt, a.UpdatedAt))
            .ToListAsync(cancellationToken);
        return new PageOf<AudienceRow>(rows, total);
    }
}
