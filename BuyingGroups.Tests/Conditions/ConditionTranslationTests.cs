using System.Linq.Expressions;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Tests.Databases;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Conditions;

/// <summary>One translation, two ways to run it: the database's answer and memory's must be the same for any condition over any data.</summary>
public sealed class ConditionTranslationTests
{
    private const int Tries = 150;

    [OnEveryDatabase]
    [Trait("Category", "Fuzz")]
    public async Task The_database_and_memory_give_the_same_accounts(DatabaseKind kind)
    {
        await using var database = await ConditionDatabase.FilledAsync(kind, Random.Shared.Next());
        await using var context = database.Portal.OpenRead();
        var accounts = await Whole(context.Accounts).AsSplitQuery().AsNoTrackingWithIdentityResolution().ToListAsync();

        Compare(ConditionScope.Account, context.Accounts, accounts, account => account.Id, condition => ConditionTranslation.OfAccounts(condition, Catalog).Demand());
    }

    [OnEveryDatabase]
    [Trait("Category", "Fuzz")]
    public async Task The_database_and_memory_give_the_same_people(DatabaseKind kind)
    {
        await using var database = await ConditionDatabase.FilledAsync(kind, Random.Shared.Next());
        await using var context = database.Portal.OpenRead();
        var people = await context.People
            .Include(person => person.FieldValues).Include(person => person.RolesInAccount).Include(person => person.Memberships).ThenInclude(member => member.BuyingGroup)
            .Include(person => person.Activities).ThenInclude(activity => activity.Attributes)
            .AsSplitQuery().AsNoTrackingWithIdentityResolution().ToListAsync();

        Compare(ConditionScope.Person, context.People, people, person => person.Id, condition => ConditionTranslation.OfPeople(condition, Catalog).Demand());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.SqlServer)]
    public void Every_operator_of_every_attribute_becomes_a_statement(DatabaseKind kind)
    {
        using var context = TestDatabase.ContextWithoutServer(kind);
        foreach (var condition in EveryFilter(ConditionScope.Account).Concat(ConditionCatalog.Relations(ConditionScope.Account).SelectMany(InRelation)))
            Parses(kind, context.Accounts.Where(ConditionTranslation.OfAccounts(condition, Catalog).Demand()).Select(account => account.Id).ToQueryString());
        foreach (var condition in EveryFilter(ConditionScope.Person).Concat(ConditionCatalog.Relations(ConditionScope.Person).SelectMany(InRelation)))
            Parses(kind, context.People.Where(ConditionTranslation.OfPeople(condition, Catalog).Demand()).Select(person => person.Id).ToQueryString());
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Any_condition_is_a_statement_that_SQL_Server_can_parse()
    {
        using var context = TestDatabase.ContextWithoutServer(DatabaseKind.SqlServer);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(RandomConditions.Over(ConditionScope.Account), condition =>
            Parses(DatabaseKind.SqlServer, context.Accounts.Where(ConditionTranslation.OfAccounts(condition, Catalog).Demand()).Select(account => account.Id).ToQueryString())));
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Any_condition_survives_its_JSON_and_has_a_sentence() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(RandomConditions.Over(ConditionScope.Account), condition =>
        {
            var json = ConditionJson.Write(condition);
            Assert.Equal(condition, ConditionJson.Read(json));
            Assert.Equal(json, ConditionJson.Write(ConditionJson.Read(json)));
            Assert.StartsWith("Accounts where ", Sentence.Of(condition, ConditionScope.Account), StringComparison.Ordinal);
        }));

    [Fact]
    public void Values_are_parameters_so_that_plans_are_shared()
    {
        using var context = TestDatabase.ContextWithoutServer(DatabaseKind.PostgreSql);
        string Sql(string value) => context.People
            .Where(ConditionTranslation.OfPeople(Filter("jobTitle", ConditionOperator.Contains, value), Catalog).Demand()).Select(person => person.Id).ToQueryString();

        Assert.EndsWith(StatementOnly(Sql("vp")), Sql("something else"), StringComparison.Ordinal);
        static string StatementOnly(string sql) => sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..];
    }

    private static void Parses(DatabaseKind kind, string sql)
    {
        Assert.Contains("SELECT", sql, StringComparison.Ordinal);
        if (kind == DatabaseKind.SqlServer)
            TransactSql.Parse(sql);
    }

    private static IEnumerable<Condition> InRelation(global::BuyingGroups.Domain.Conditions.Relations.ConditionRelation relation) =>
        EveryFilter(relation.Items).SelectMany(filter => ConditionOperators.Counting.Select(comparison => new HasFilter(relation.Key, comparison, 2, All(filter))));

    private static IEnumerable<FieldFilter> EveryFilter(ConditionScope scope) =>
        from attribute in Catalog.Attributes(scope)
        from chosen in attribute.Operators
        let count = Math.Min(ConditionOperators.ValueCount(chosen).Most, 3)
        let value = attribute.Kind switch
        {
            _ when chosen == ConditionOperator.InLastDays => "7",
            AttributeKind.Date => "2026-01-31",
            AttributeKind.Choice => attribute.Options[0].Value,
            _ => "5",
        }
        select new FieldFilter(attribute.Key, chosen, [.. Enumerable.Repeat(value, count)]);

    private static IQueryable<Account> Whole(IQueryable<Account> accounts) => accounts
        .Include(account => account.FieldValues).Include(account => account.Opportunities).Include(account => account.ParentAccount)
        .Include(account => account.BuyingGroups).ThenInclude(group => group.RoleFills)
        .Include(account => account.People).ThenInclude(person => person.FieldValues)
        .Include(account => account.People).ThenInclude(person => person.RolesInAccount)
        .Include(account => account.People).ThenInclude(person => person.Memberships).ThenInclude(member => member.BuyingGroup)
        .Include(account => account.People).ThenInclude(person => person.Activities).ThenInclude(activity => activity.Attributes);

    private static void Compare<T>(
        ConditionScope scope, IQueryable<T> stored, List<T> loaded, Func<T, long> idOf, Func<Condition, Expression<Func<T, bool>>> translate)
        where T : class
    {
        var telling = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(RandomConditions.Over(scope), condition =>
        {
            var expression = translate(condition);
            var inDatabase = stored.Where(expression).AsEnumerable().Select(idOf).Order().ToList();
            var inMemory = loaded.Where(ConditionTranslation.Compile(expression, once: true)).Select(idOf).Order().ToList();
            if (inMemory.Count > 0 && inMemory.Count < loaded.Count)
                telling++;
            Assert.Equal(inMemory, inDatabase);
        }));

        // Conditions that match nobody or everybody prove little.
        Assert.True(telling > Tries / 3, $"Only {telling} of {Tries} conditions told anything apart.");
    }
}
