using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Running;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Imports.Upserts;

/// <summary>Creates and updates accounts by their source keys, by the rules of the CSV import.</summary>
/// <param name="Rows">At most <see cref="UpsertRow.Most"/>.</param>
[Requires(Permissions.AccountsManage)]
public sealed record UpsertAccounts([property: NotAudited] IReadOnlyList<UpsertRow> Rows) : ICommand<UpsertAnswer>;

/// <summary>Creates and updates people by their source keys, by the rules of the CSV import.</summary>
/// <param name="Rows">At most <see cref="UpsertRow.Most"/>.</param>
[Requires(Permissions.AccountsManage)]
public sealed record UpsertPeople([property: NotAudited] IReadOnlyList<UpsertRow> Rows) : ICommand<UpsertAnswer>;

/// <summary>Creates and updates opportunities by their source keys.</summary>
/// <param name="Rows">At most <see cref="UpsertRow.Most"/>.</param>
[Requires(Permissions.AccountsManage)]
public sealed record UpsertOpportunities([property: NotAudited] IReadOnlyList<UpsertRow> Rows) : ICommand<UpsertAnswer>;

public sealed class UpsertAccountsHandler(PortalDatabase database) : ICommandHandler<UpsertAccounts, UpsertAnswer>
{
    public Task<Outcome<UpsertAnswer>> HandleAsync(UpsertAccounts command, CommandContext context, CancellationToken cancellationToken) =>
        new Upsert<Account>(RecordShape.Accounts, AccountFields.All, key => new Account { SourceKey = key, Name = "" }, new AccountTable())
            .RunAsync(context, database.Provider.BulkInsert, command.Rows, cancellationToken);
}

public sealed class UpsertPeopleHandler(PortalDatabase database) : ICommandHandler<UpsertPeople, UpsertAnswer>
{
    public Task<Outcome<UpsertAnswer>> HandleAsync(UpsertPeople command, CommandContext context, CancellationToken cancellationToken) =>
        new Upsert<Person>(RecordShape.People, PersonFields.All, key => new Person { SourceKey = key, Email = "" }, new PersonTable())
            .RunAsync(context, database.Provider.BulkInsert, command.Rows, cancellationToken);
}

public sealed class UpsertOpportunitiesHandler(PortalDatabase database) : ICommandHandler<UpsertOpportunities, UpsertAnswer>
{
    public Task<Outcome<UpsertAnswer>> HandleAsync(UpsertOpportunities command, CommandContext context, CancellationToken cancellationToken) =>
        new Upsert<Opportunity>(RecordShape.Opportunities, OpportunityFields.All, key => new Opportunity { SourceKey = key, Name = "" }, new OpportunityTable())
            .RunAsync(context, database.Provider.BulkInsert, [.. command.Rows.Select(Complete)], cancellationToken);

    /// <summary>Whoever says won says closed too, and whoever opens again takes won back.</summary>
    private static UpsertRow Complete(UpsertRow row)
    {
        var (closed, won) = (row.Fields.GetValueOrDefault(OpportunityFields.Closed), row.Fields.GetValueOrDefault(OpportunityFields.Won));
        return won == "true" && closed is null ? With(OpportunityFields.Closed, "true")
            : closed == "false" && won is null ? With(OpportunityFields.Won, "false")
            : row;

        UpsertRow With(string field, string value) => row with { Fields = new Dictionary<string, string?>(row.Fields, StringComparer.Ordinal) { [field] = value } };
    }
}
