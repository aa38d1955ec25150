using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>What was done to a person, by whom or what, latest first.</summary>
[Requires(Permissions.AccountsView)]
public sealed record FindPersonHistory(long Id, PageRequest Page) : IQuery<PageOf<HistoryRow>>;

public sealed class FindPersonHistoryHandler : IQueryHandler<FindPersonHistory, PageOf<HistoryRow>>
{
    public async Task<Outcome<PageOf<HistoryRow>>> HandleAsync(FindPersonHistory query, QueryContext context, CancellationToken cancellationToken)
    {
        var createdAt = await context.Database.People.Where(p => p.Id == query.Id).Select(p => (DateTime?)p.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return createdAt is null
            ? new NotFound("person", query.Id)
            : await new ReadHistory(context.Database, RecordKind.Person, query.Id, context.Caller.May(Permissions.BuyingGroupsView)).PageAsync(createdAt.Value, query.Page, cancellationToken);
    }
}
