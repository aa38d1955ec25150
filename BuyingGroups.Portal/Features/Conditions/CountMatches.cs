using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Conditions;

/// <summary>How many accounts or people match a condition right now.</summary>
/// <param name="Condition">The condition, saved or not.</param>
/// <param name="Scope">Account or Person.</param>
/// <param name="SampleSize">How many of them to name, at most 20.</param>
[Requires(Permissions.AccountsView)]
public sealed record CountMatches(Condition Condition, ConditionScope Scope, int SampleSize = 0) : IQuery<Matches>;

/// <summary>The answer.</summary>
/// <param name="Count">How many match.</param>
/// <param name="Total">How many there are.</param>
/// <param name="At">When they were counted (UTC).</param>
/// <param name="Sample">The first by name.</param>
public sealed record Matches(int Count, int Total, DateTime At, IReadOnlyList<MatchedRecord> Sample);

/// <summary>One that matches.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">Industry of an account, job title of a person.</param>
public sealed record MatchedRecord(long Id, string Name, string? Detail);

/// <summary>Counts in the database; cancelling stops the statement.</summary>
public sealed class CountMatchesHandler : IQueryHandler<CountMatches, Matches>
{
    private const int LargestSample = 20;

    public async Task<Outcome<Matches>> HandleAsync(CountMatches query, QueryContext context, CancellationToken cancellationToken)
    {
        var catalog = await context.Database.ReadConditionCatalogAsync(context.Now, cancellationToken);
        var size = Math.Clamp(query.SampleSize, 0, LargestSample);
        return query.Scope == ConditionScope.Person
            ? await OfPeopleAsync(context, query.Condition, catalog, size, cancellationToken)
            : await OfAccountsAsync(context, query.Condition, catalog, size, cancellationToken);
    }

    private static async Task<Outcome<Matches>> OfAccountsAsync(QueryContext context, Condition condition, ConditionCatalog catalog, int size, CancellationToken cancellationToken)
    {
        var translated = ConditionTranslation.OfAccounts(condition, catalog);
        if (!translated.Succeeded)
            return Outcome<Matches>.Refused(translated.Refusals);
        var matching = context.Database.Accounts.Where(translated.Value);
        var sample = size == 0 ? [] : await matching.OrderBy(account => account.NormalizedName).ThenBy(account => account.Id).Take(size)
            .Select(account => new MatchedRecord(account.Id, account.Name, account.Industry)).ToListAsync(cancellationToken);
        return new Matches(await matching.CountAsync(cancellationToken), await context.Database.Accounts.CountAsync(cancellationToken), context.Now, sample);
    }

    private static async Task<Outcome<Matches>> OfPeopleAsync(QueryContext context, Condition condition, ConditionCatalog catalog, int size, CancellationToken cancellationToken)
    {
        var translated = ConditionTranslation.OfPeople(condition, catalog);
        if (!translated.Succeeded)
            return Outcome<Matches>.Refused(translated.Refusals);
        var matching = context.Database.People.Where(translated.Value);
        var people = size == 0 ? [] : await matching.OrderBy(person => person.NormalizedLastName).ThenBy(person => person.NormalizedFirstName).ThenBy(person => person.Id)
            .Take(size).ToListAsync(cancellationToken);
        return new Matches(
            await matching.CountAsync(cancellationToken), await context.Database.People.CountAsync(cancellationToken), context.Now,
            [.. people.Select(person => new MatchedRecord(person.Id, person.DisplayName, person.JobTitle))]);
    }
}
