using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Details;

/// <summary>The figures of a journey day by day.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Days">How many days up to today.</param>
[Requires(Permissions.DataExport)]
public sealed record ExportJourneyDays(int JourneyId, int Days) : IQuery<ExportPortion>;

/// <summary>The accounts of a journey that stand in one way.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Status">How they stand.</param>
/// <param name="AfterId">The last entry of the portion before; 0 to begin.</param>
[Requires(Permissions.DataExport)]
public sealed record ExportEntries(int JourneyId, EntryStatus Status, long AfterId) : IQuery<ExportPortion>;

/// <summary>The accounts at a node of a journey.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="NodeKey">The node's number.</param>
/// <param name="Which">Those there now, or those that passed.</param>
/// <param name="AfterId">The last entry of the portion before; 0 to begin.</param>
[Requires(Permissions.DataExport)]
public sealed record ExportNodeAccounts(int JourneyId, int NodeKey, AtNode Which, long AfterId) : IQuery<ExportPortion>;

/// <summary>Offers the days for download: /export/journey-days?journey=7&amp;days=30.</summary>
public sealed class JourneyDaysExport : IListExport
{
    public string List => "journey-days";

    public IQuery<ExportPortion> Portion(ListState state, long afterId) => new ExportJourneyDays(state.FilterNumber("journey") ?? 0, state.FilterNumber("days") ?? 30);
}

/// <summary>Offers the accounts for download: /export/journey-accounts?journey=7&amp;status=Completed.</summary>
public sealed class JourneyAccountsExport : IListExport
{
    public string List => "journey-accounts";

    public IQuery<ExportPortion> Portion(ListState state, long afterId) =>
        new ExportEntries(state.FilterNumber("journey") ?? 0, Enum.TryParse<EntryStatus>(state.Filter("status"), out var status) ? status : EntryStatus.Completed, afterId);
}

/// <summary>Offers the accounts at a node for download: /export/journey-node-accounts?journey=7&amp;node=12&amp;which=Here.</summary>
public sealed class NodeAccountsExport : IListExport
{
    public string List => "journey-node-accounts";

    public IQuery<ExportPortion> Portion(ListState state, long afterId) => new ExportNodeAccounts(
        state.FilterNumber("journey") ?? 0, state.FilterNumber("node") ?? 0, Enum.TryParse<AtNode>(state.Filter("which"), out var which) ? which : AtNode.Here, afterId);
}

/// <summary>Reads them.</summary>
public sealed class ExportJourneyDaysHandler : IQueryHandler<ExportJourneyDays, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportJourneyDays query, QueryContext context, CancellationToken cancellationToken)
    {
        var found = await GetJourneyFiguresHandler.ReadAsync(new GetJourneyFigures(query.JourneyId, query.Days), context, cancellationToken);
        if (!found.Succeeded)
            return Outcome<ExportPortion>.Refused(found.Refusals);
        return new ExportPortion(
            ["Day (UTC)", "Entered", "Completed", "Ended early"],
            [.. found.Value.Days.Select(day => (IReadOnlyList<CsvCell>)[CsvCell.Plain(day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), CsvCell.Number(day.Entered), CsvCell.Number(day.Completed), CsvCell.Number(day.EndedEarly)])],
            null);
    }
}

/// <summary>Reads them.</summary>
public sealed class ExportEntriesHandler : IQueryHandler<ExportEntries, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportEntries query, QueryContext context, CancellationToken cancellationToken) =>
        await EntryCells.PortionAsync(context.Database, FindEntriesHandler.Of(context.Database, query.JourneyId, query.Status), query.AfterId, cancellationToken);
}

/// <summary>Reads them.</summary>
public sealed class ExportNodeAccountsHandler : IQueryHandler<ExportNodeAccounts, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportNodeAccounts query, QueryContext context, CancellationToken cancellationToken) =>
        await EntryCells.PortionAsync(context.Database, FindAccountsAtNodeHandler.Of(context.Database, query.JourneyId, query.NodeKey, query.Which), query.AfterId, cancellationToken);
}

/// <summary>Entries as rows of a file.</summary>
internal static class EntryCells
{
    public static async Task<ExportPortion> PortionAsync(PortalDbContext database, IQueryable<JourneyEntry> entries, long afterId, CancellationToken cancellationToken)
    {
        var found = await entries.Where(e => e.Id > afterId).OrderBy(e => e.Id).Take(ExportPortion.Size)
            .Select(e => new { Entry = e, Account = database.Accounts.Where(a => a.Id == e.AccountId).Select(a => new { a.Name, a.SourceKey }).FirstOrDefault() }).ToListAsync(cancellationToken);
        var names = await EntryRows.NamesAsync(database, [.. found.Select(f => f.Entry.NodeKey).Distinct()], cancellationToken);
        return ExportPortion.Of(
            ["Account", "Source key", "Passage", "Status", "Node", "Entered (UTC)", "Last moved (UTC)", "Error"],
            found, f => f.Entry.Id, f =>
            [
                f.Account?.Name, f.Account?.SourceKey, CsvCell.Number(f.Entry.EntryNumber), NodeWords.Status(f.Entry.Status), names.GetValueOrDefault(f.Entry.NodeKey, ""),
                Moment(f.Entry.EnteredAt), Moment(f.Entry.ArrivedAt), f.Entry.Error,
            ]);
    }

    private static CsvCell Moment(long milliseconds) => CsvCell.Moment(JourneyEntries.Moment(milliseconds));
}
