using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Conditions;

public sealed class ConditionQueriesTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Caller Anna = new(Actor.User(1, "Anna Berg"), 1, new HashSet<string>(StringComparer.Ordinal) { Permissions.AccountsView }, "127.0.0.1");

    [OnEveryDatabase]
    public async Task Matches_are_counted_among_all_and_the_first_are_named(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await using var context = database.Portal.OpenRead();

        var accounts = (await new CountMatchesHandler().HandleAsync(
            new(FieldFilter.Of("industry", ConditionOperator.Is, "LOGISTICS"), ConditionScope.Account, SampleSize: 1), new(context, Anna, Now), CancellationToken.None)).Demand();
        var people = (await new CountMatchesHandler().HandleAsync(
            new(FieldFilter.Of("jobTitle", ConditionOperator.StartsWith, "VP"), ConditionScope.Person, SampleSize: 5), new(context, Anna, Now), CancellationToken.None)).Demand();

        Assert.Equal((2, 3, "Alfa"), (accounts.Count, accounts.Total, Assert.Single(accounts.Sample).Name));
        Assert.Equal((1, 2, "Maria Anders"), (people.Count, people.Total, Assert.Single(people.Sample).Name));
    }

    [OnEveryDatabase]
    public async Task A_deleted_name_is_refused_and_a_cancelled_count_stops(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await using var context = database.Portal.OpenRead();
        var handler = new CountMatchesHandler();

        var refused = await handler.HandleAsync(new(FieldFilter.Of("custom:99", ConditionOperator.Is, "x"), ConditionScope.Account), new(context, Anna, Now), CancellationToken.None);
        Assert.IsType<AttributeUnknown>(refused.Refusal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handler.HandleAsync(new(Condition.Everything, ConditionScope.Account), new(context, Anna, Now), new CancellationToken(canceled: true)));
    }

    [OnEveryDatabase]
    public async Task Suggestions_are_the_values_that_stand_there_each_once(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await using var context = database.Portal.OpenRead();
        async Task<IReadOnlyList<string>> Ask(ConditionScope scope, string attribute, string part) =>
            (await new ListAttributeValuesHandler().HandleAsync(new(scope, attribute, part), new(context, Anna, Now), CancellationToken.None)).Demand().Values;

        Assert.Equal(["banking", "logistics"], (await Ask(ConditionScope.Account, "industry", "")).Select(value => value.ToLowerInvariant()));
        Assert.Equal("Banking", Assert.Single(await Ask(ConditionScope.Account, "industry", "BANK")));
        var field = await context.CustomFields.SingleAsync();
        Assert.Equal(["Gold"], await Ask(ConditionScope.Account, ConditionCatalog.CustomFieldKey(field.Id), "g"));
        Assert.Equal(["Owner"], await Ask(ConditionScope.Person, "roleInAccount", ""));
        Assert.Empty(await Ask(ConditionScope.Person, "email", ""));
        Assert.Empty(await Ask(ConditionScope.Account, "gone", ""));
    }

    [OnEveryDatabase]
    public async Task A_damaged_stored_condition_is_read_and_named(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await using var context = database.Portal.OpenRead();
        await context.Personas.ExecuteDeleteAsync();
        await database.Portal.WriteAsync((write, _) =>
        {
            write.Personas.Add(new() { Name = "Damaged", Condition = new UnreadableCondition("{not json") });
            return write.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);

        var catalog = (await new ReadConditionCatalogHandler().HandleAsync(new(), new(context, Anna, Now), CancellationToken.None)).Demand();
        var persona = Assert.Single(catalog.Personas);
        Assert.Equal(new UnreadableCondition("{not json"), persona.Condition);
        Assert.IsType<ConditionUnreadable>(Assert.Single(ConditionValidation.OfPersona(persona.Condition, catalog)).Refusal);
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.Portal.WriteAsync(
            async (context, token) =>
            {
                var field = new CustomField { Name = "Tier", Kind = CustomFieldKind.Text, Target = CustomFieldTarget.Account };
                context.Add(field);
                await context.SaveChangesAsync(token);
                var maria = new Person { SourceKey = "m", Email = "maria@example.com", FirstName = "Maria", LastName = "Anders", JobTitle = "VP Sales" };
                maria.RolesInAccount.Add(new RoleInAccount { Name = "Owner" });
                var alfa = new Account { SourceKey = "a", Name = "Alfa", Industry = "Logistics" };
                alfa.FieldValues.Add(new AccountFieldValue { FieldId = field.Id, Text = "Gold" });
                alfa.People.Add(maria);
                alfa.People.Add(new Person { SourceKey = "n", Email = "n@example.com" });
                context.AddRange(alfa, new Account { SourceKey = "b", Name = "Beta", Industry = "logistics" }, new Account { SourceKey = "c", Name = "Gamma", Industry = "Banking" });
                await context.SaveChangesAsync(token);
            },
            CancellationToken.None);
        return database;
    }
}
