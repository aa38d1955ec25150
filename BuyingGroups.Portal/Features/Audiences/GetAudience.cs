using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>One audience.</summary>
/// <param name="Id">The audience.</param>
[Requires(Permissions.AccountsView)]
public sealed record GetAudience(int Id) : IQuery<Audience>;

/// <summary>Reads it.</summary>
public sealed class GetAudienceHandler : IQueryHandler<GetAudience, Audience>
{
    public async Task<Outcome<Audience>> HandleAsync(GetAudience query, QueryContext context, CancellationToken cancellationToken) =>
        await context.Database.Audiences.FirstOrDefaultAsync(a => a.Id == query.Id, cancellationToken) is { } audience
            ? audience
            : new NotFound("audience", query.Id);
}
