using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Api.Document;
using BuyingGroups.Portal.Api.Records;
using BuyingGroups.Portal.Features.Imports.Upserts;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Api.Endpoints;

/// <summary>Batch upsert: send the same rows again and nothing happens.</summary>
public static class UpsertEndpoints
{
    private const string Behaviour =
        "Up to 1,000 rows. A row is known by its source key: a new key creates a record, a known one updates it, and the same row again changes nothing. " +
        "A member that is left out stays as it is; null or blank text empties it. Rows are judged one by one by the rules of the CSV import; " +
        "good rows are written together, rejected ones come back with the reason. An unknown member or a value of the wrong kind refuses the whole call.";

    public static void MapUpserts(this IEndpointRouteBuilder endpoints)
    {
        Map<UpsertAccounts>(endpoints, RecordForm.Accounts, rows => new UpsertAccounts(rows), "Create and update accounts");
        Map<UpsertPeople>(endpoints, RecordForm.People, rows => new UpsertPeople(rows), "Create and update people");
        Map<UpsertOpportunities>(endpoints, RecordForm.Opportunities, rows => new UpsertOpportunities(rows), "Create and update opportunities");
    }

    private static string Tag(RecordForm form) => char.ToUpperInvariant(form.List[0]) + form.List[1..];

    private static void Map<TCommand>(IEndpointRouteBuilder endpoints, RecordForm form, Func<IReadOnlyList<UpsertRow>, TCommand> command, string summary)
        where TCommand : ICommand<UpsertAnswer> =>
        endpoints.MapPut("/" + form.List, async (HttpContext http, Gateway gateway) =>
            {
                var rows = await JsonBody.ReadAsync(http.Request, body => RowsReader.Read(body, form), http.RequestAborted);
                if (!rows.Succeeded)
                    return Answer.Refused(rows.Refusals);
                var done = await gateway.SendAsync(command(rows.Value), http.RequestAborted);
                return done.Succeeded ? Answer.Ok(UpsertBody.Of(done.Value)) : Answer.Refused(done.Refusals);
            })
            .CarriesOut<TCommand>()
            .WithName(typeof(TCommand).Name).WithTags(Tag(form)).WithSummary(summary).WithDescription(Behaviour)
            .Produces<UpsertBody>()
            .AddOpenApiOperationTransformer((operation, context, _) => RecordSchemas.DescribeUpsertAsync(operation, context, form));
}

/// <summary>What became of the rows of a call.</summary>
/// <param name="Created">Rows that made a new record.</param>
/// <param name="Updated">Rows that changed a record.</param>
/// <param name="Unchanged">Rows whose record was like that already.</param>
/// <param name="Rejected">Rows of which nothing was written.</param>
/// <param name="Rows">Each row, in the order of the call.</param>
public sealed record UpsertBody(int Created, int Updated, int Unchanged, int Rejected, IReadOnlyList<UpsertRowBody> Rows)
{
    public static UpsertBody Of(UpsertAnswer answer) => new(
        answer.Count(RowResult.Created), answer.Count(RowResult.Updated), answer.Count(RowResult.Unchanged), answer.Count(RowResult.Rejected),
        [.. answer.Rows.Select(r => new UpsertRowBody(r.Row, r.SourceKey, r.Result, r.Reason is null ? null : new ProblemReason(r.Reason.Name, r.Reason.ToString())))]);
}

/// <summary>What became of one row.</summary>
/// <param name="Row">Its place in the call, from 0.</param>
/// <param name="SourceKey">Its source key; null when it has none.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Reason">Why it was rejected, or what of it was left out.</param>
public sealed record UpsertRowBody(int Row, string? SourceKey, RowResult Result, ProblemReason? Reason);
