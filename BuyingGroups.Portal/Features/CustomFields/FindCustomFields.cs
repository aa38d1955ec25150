using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.CustomFields;

/// <summary>The custom fields that admins declared.</summary>
/// <param name="Target">Of accounts or of people; null for both.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindCustomFields(CustomFieldTarget? Target = null) : IQuery<CustomFieldList>;

/// <summary>Accounts first, then in order of name. At most a few hundred, so that they are never paged.</summary>
public sealed record CustomFieldList(IReadOnlyList<CustomField> Fields);

public sealed class FindCustomFieldsHandler : IQueryHandler<FindCustomFields, CustomFieldList>
{
    public async Task<Outcome<CustomFieldList>> HandleAsync(FindCustomFields query, QueryContext context, CancellationToken cancellationToken) =>
        new CustomFieldList(await context.Database.CustomFields.Where(f => query.Target == null || f.Target == query.Target)
            .OrderBy(f => f.Target).ThenBy(f => f.NormalizedName).ToListAsync(cancellationToken));
}
