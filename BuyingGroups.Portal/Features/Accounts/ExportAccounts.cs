using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>A portion of the accounts that a list shows, with every field.</summary>
/// <param name="State">The list's filters.</param>
/// <param name="AfterId">The last id of the portion before; 0 to begin.</param>
[Requires(Permissions.DataExport)]
public sealed record ExportAccounts(ListState State, long AfterId) : IQuery<ExportPortion>;

/// <summary>Offers the list of accounts for download.</summary>
public sealed class AccountExport : IListExport
{
    public string List => "accounts";

    public IQuery<ExportPortion> Portion(ListState state, long afterId) => new ExportAccounts(state, afterId);
}

public sealed class ExportAccountsHandler : IQueryHandler<ExportAccounts, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportAccounts query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var fields = await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Account).OrderBy(f => f.NormalizedName).ToListAsync(cancellationToken);
        var matching = await AccountAddress.Read(query.State, fields).ApplyAsync(database, context.Caller, context.Now, cancellationToken);
        if (!matching.Succeeded)
            return Outcome<ExportPortion>.Refused(matching.Refusals);
        var rows = await matching.Value.Where(a => a.Id > query.AfterId).OrderBy(a => a.Id).Take(ExportPortion.Size)
            .Include(a => a.FieldValues)
            .Select(a => new
            {
                Account = a,
                Parent = a.ParentAccount == null ? null : a.ParentAccount.SourceKey,
                Owner = database.Users.Where(u => u.Id == a.OwnerId).Select(u => u.Email).FirstOrDefault(),
            }).AsSplitQuery().ToListAsync(cancellationToken);
        return ExportPortion.Of(
            ["Source key", .. AccountRules.Fields.Select(f => f.Label), "Parent source key", "Owner", .. fields.Select(f => f.Name)],
            rows, row => row.Account.Id, row =>
            [
                row.Account.SourceKey, .. AccountRules.Fields.Select(f => CsvRecords.CellOf(f, row.Account)), row.Parent, row.Owner,
                .. fields.Select(f => CsvRecords.CellOf(f, row.Account.FieldValues)),
            ]);
    }
}
