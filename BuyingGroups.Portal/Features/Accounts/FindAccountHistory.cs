using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>What was done to an account, by whom or what, latest first.</summary>
[Requires(Permissions.AccountsView)]
public sealed record FindAccountHistory(long Id, PageRequest Page) : IQuery<PageOf<HistoryRow>>;

public sealed class FindAccountHistoryHandler : IQueryHandler<FindAccountHistory, PageOf<HistoryRow>>
{
    public async Task<Outcome<PageOf<HistoryRow>>> HandleAsync(FindAccountHistory query, QueryContext context, CancellationToken cancellationToken)
    {
        var createdAt = await context.Database.Accounts.Where(a => a.Id == query.Id).Select(a => (DateTime?)a.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return createdAt is null
            ? new NotFound("account", query.Id)
            : await new ReadHistory(context.Database, RecordKind.Account, query.Id, context.Caller.May(Permissions.BuyingGroupsView)).PageAsync(createdAt.Value, query.Page, cancellationToken);
    }
}
