using System.Text.Json.Nodes;
using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Api.Document;
using BuyingGroups.Portal.Api.Reading;
using BuyingGroups.Portal.Api.Records;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Api.Endpoints;

/// <summary>Reading what is there, portion by portion.</summary>
public static class ReadingEndpoints
{
    private const string Behaviour =
        "In the order of their numbers. The answer's `next` is what to send as `after` for the following portion; it is null at the end. " +
        "With `sourceKey`, which may be given up to 100 times, only those.";

    public static void MapReading(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/accounts", async (HttpContext http, Gateway gateway) =>
            {
                var page = PageQuery.Read(http.Request, PageQuery.SourceKey);
                if (!page.Succeeded)
                    return Answer.Refused(page.Refusals);
                var found = await gateway.AskAsync(new ReadAccounts(page.Value.SourceKeys, page.Value.After, page.Value.Limit), http.RequestAborted);
                return found.Succeeded ? Answer.Ok(Records(found.Value, RecordForm.Accounts, AccountOf)) : Answer.Refused(found.Refusals);
            })
            .CarriesOut<ReadAccounts>()
            .WithName(nameof(ReadAccounts)).WithTags("Accounts").WithSummary("Read accounts").WithDescription(Behaviour)
            .AddOpenApiOperationTransformer((operation, context, _) => RecordSchemas.DescribeReadingAsync(operation, context, RecordForm.Accounts));
        endpoints.MapGet("/people", async (HttpContext http, Gateway gateway) =>
            {
                var page = PageQuery.Read(http.Request, PageQuery.SourceKey);
                if (!page.Succeeded)
                    return Answer.Refused(page.Refusals);
                var found = await gateway.AskAsync(new ReadPeople(page.Value.SourceKeys, page.Value.After, page.Value.Limit), http.RequestAborted);
                return found.Succeeded ? Answer.Ok(Records(found.Value, RecordForm.People, PersonOf)) : Answer.Refused(found.Refusals);
            })
            .CarriesOut<ReadPeople>()
            .WithName(nameof(ReadPeople)).WithTags("People").WithSummary("Read people").WithDescription(Behaviour)
            .AddOpenApiOperationTransformer((operation, context, _) => RecordSchemas.DescribeReadingAsync(operation, context, RecordForm.People));
        endpoints.MapGet("/buying-groups", async (HttpContext http, Gateway gateway) =>
            {
                var page = PageQuery.Read(http.Request, PageQuery.AccountSourceKey);
                if (!page.Succeeded)
                    return Answer.Refused(page.Refusals);
                var found = await gateway.AskAsync(new ReadBuyingGroups(page.Value.SourceKeys, page.Value.After, page.Value.Limit), http.RequestAborted);
                return found.Succeeded ? Answer.Ok(new BuyingGroupsBody(found.Value.Records, found.Value.Next)) : Answer.Refused(found.Refusals);
            })
            .CarriesOut<ReadBuyingGroups>()
            .WithName(nameof(ReadBuyingGroups)).WithTags("Buying groups").WithSummary("Read buying groups").WithDescription(Behaviour.Replace("`sourceKey`", "`accountSourceKey`", StringComparison.Ordinal))
            .Produces<BuyingGroupsBody>()
            .AddOpenApiOperationTransformer((operation, _, _) => RecordSchemas.DescribePagingAsync(operation, PageQuery.AccountSourceKey));
        endpoints.MapGet("/buying-groups/{id:long}", async (long id, HttpContext http, Gateway gateway) =>
            {
                var found = await gateway.AskAsync(new ReadBuyingGroup(id), http.RequestAborted);
                return found.Succeeded ? Answer.Ok(found.Value) : Answer.Refused(found.Refusals);
            })
            .CarriesOut<ReadBuyingGroup>()
            .WithName(nameof(ReadBuyingGroup)).WithTags("Buying groups").WithSummary("Read one buying group with its members")
            .WithDescription("The group, the roles of its template in priority order, and its members, most engaged first, at most 1,000.")
            .Produces<BuyingGroupDetailsBody>();
    }

    private static JsonObject Records<TRecord>(Portion<TRecord> portion, RecordForm form, Func<TRecord, Portion<TRecord>, JsonObject> one) => new()
    {
        [form.List] = new JsonArray([.. portion.Records.Select(record => (JsonNode)one(record, portion))]),
        ["next"] = portion.Next,
    };

    private static JsonObject AccountOf(Domain.Accounts.Account account, Portion<Domain.Accounts.Account> portion)
    {
        var json = RecordJson.Of(account.Id, account, AccountFields.All, RecordForm.Accounts, key => key == TargetKeys.SourceKey ? account.SourceKey : null);
        json[RecordForm.CustomFields] = RecordJson.CustomFields(account.FieldValues, portion.CustomFields);
        return json;
    }

    private static JsonObject PersonOf(Domain.People.Person person, Portion<Domain.People.Person> portion)
    {
        var json = RecordJson.Of(
            person.Id, person, PersonFields.All, RecordForm.People, key => key == TargetKeys.SourceKey ? person.SourceKey : key == TargetKeys.Account ? person.Account!.SourceKey : null);
        json[RecordForm.Roles] = new JsonArray([.. person.RolesInAccount.OrderBy(r => r.NormalizedName, StringComparer.Ordinal).Select(r => (JsonNode)JsonValue.Create(r.Name))]);
        json[RecordForm.CustomFields] = RecordJson.CustomFields(person.FieldValues, portion.CustomFields);
        return json;
    }
}

/// <summary>Some buying groups.</summary>
/// <param name="BuyingGroups">The groups.</param>
/// <param name="Next">What to send as `after` for those that follow; null at the end.</param>
public sealed record BuyingGroupsBody(IReadOnlyList<BuyingGroupBody> BuyingGroups, long? Next);
