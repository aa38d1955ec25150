using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;

namespace BuyingGroups.Portal.Features.Export;

/// <summary>One portion of an export.</summary>
/// <param name="Header">The names of the columns; the same in every portion.</param>
/// <param name="Rows">The rows.</param>
/// <param name="LastId">The id to go on after; null when this was the last portion.</param>
public sealed record ExportPortion(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<CsvCell>> Rows, long? LastId)
{
    /// <summary>Rows read at once.</summary>
    public const int Size = 2_000;

    /// <summary>What was read as a portion: where it is full, more may follow.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="found">What was read, in order of id, at most <see cref="Size"/>.</param>
    /// <param name="id">The id that the next portion goes on after.</param>
    /// <param name="cells">The row of one.</param>
    public static ExportPortion Of<T>(IReadOnlyList<string> header, IReadOnlyList<T> found, Func<T, long> id, Func<T, IReadOnlyList<CsvCell>> cells) =>
        new(header, [.. found.Select(cells)], found.Count == Size ? id(found[^1]) : null);
}

/// <summary>A list that can be downloaded as CSV. A feature registers one per list: <c>services.AddSingleton&lt;IListExport, …&gt;()</c>.</summary>
public interface IListExport
{
    /// <summary>The list's name in the address: /export/accounts.</summary>
    string List { get; }

    /// <summary>The query for the rows of <paramref name="state"/> behind <paramref name="afterId"/>, in order of id. It must ask for Data.Export.</summary>
    IQuery<ExportPortion> Portion(ListState state, long afterId);
}

/// <summary>Notes in the audit log that somebody takes a list away.</summary>
/// <param name="List">The list.</param>
/// <param name="Query">Its filters.</param>
[Requires(Permissions.DataExport)]
public sealed record StartExport(string List, string Query) : ICommand<Done>;

public sealed class StartExportHandler : ICommandHandler<StartExport, Done>
{
    public Task<Outcome<Done>> HandleAsync(StartExport command, CommandContext context, CancellationToken cancellationToken)
    {
        context.Audit("Export", command.List, command.List, after: command);
        return Task.FromResult<Outcome<Done>>(Done.Instance);
    }
}

/// <summary>The download of filtered lists: streamed portion by portion, so that memory stays flat and no read stands open for minutes.</summary>
public static class ListExportEndpoint
{
    public static void MapListExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/export/{list}", ExportAsync).RequireAuthorization(Permissions.DataExport).WithMetadata(new RequiresAttribute(Permissions.DataExport));

    private static async Task ExportAsync(string list, HttpContext http, Gateway gateway, IEnumerable<IListExport> exports, TimeProvider clock)
    {
        var cancellation = http.RequestAborted;
        if (exports.FirstOrDefault(e => string.Equals(e.List, list, StringComparison.Ordinal)) is not { } export)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var state = ListState.Parse(http.Request.QueryString.Value);
        var started = await gateway.SendAsync(new StartExport(list, state.ToViewQuery()), cancellation);
        var portion = started.Succeeded ? await gateway.AskAsync(export.Portion(state, 0), cancellation) : Outcome<ExportPortion>.Refused(started.Refusals);
        if (!portion.Succeeded)
        {
            http.Response.StatusCode = portion.Refusal is AccessDenied ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
            return;
        }
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{list}-{clock.GetUtcNow():yyyy-MM-dd}.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        await using var writer = new CsvWriter(http.Response.Body);
        await writer.WriteAsync([.. portion.Value.Header.Select(name => (CsvCell)name)], cancellation);
        while (true)
        {
            foreach (var row in portion.Value.Rows)
                await writer.WriteAsync(row, cancellation);
            await writer.FlushAsync(cancellation);
            if (portion.Value.LastId is not { } last)
                return;
            portion = await gateway.AskAsync(export.Portion(state, last), cancellation);
            if (!portion.Succeeded)
            {
                // Half a file must not pass for a whole one.
                http.Abort();
                return;
            }
        }
    }
}
