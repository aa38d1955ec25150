using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>One page of the rows that did not land, in the order of the file.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record FindRejections(int ImportId, PageRequest Page, string? Reason = null) : IQuery<PageOf<RejectedRow>>;

/// <param name="Message">As kept; see <see cref="RejectionWords"/>.</param>
public sealed record RejectedRow(long Line, string Reason, string Message, string? Row);

internal sealed class FindRejectionsHandler : IQueryHandler<FindRejections, PageOf<RejectedRow>>
{
    public async Task<Outcome<PageOf<RejectedRow>>> HandleAsync(FindRejections query, QueryContext context, CancellationToken cancellationToken)
    {
        var rows = context.Database.ImportRejections.Where(r => r.ImportFileId == query.ImportId);
        if (query.Reason is { } reason)
            rows = rows.Where(r => r.Reason == reason);
        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderBy(r => r.Line).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(r => new RejectedRow(r.Line, r.Reason, r.Message, r.Row)).ToListAsync(cancellationToken);
        return new PageOf<RejectedRow>(page, total);
    }
}
