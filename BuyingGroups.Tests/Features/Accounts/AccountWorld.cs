using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Accounts;

/// <summary>Makes the few records that tests about accounts and people look at.</summary>
internal static class AccountWorld
{
    public static async Task<Account> AccountAsync(this TestPortal portal, string name, Action<Account>? with = null)
    {
        var account = new Account { SourceKey = name, Name = name };
        with?.Invoke(account);
        await portal.Database.AddAsync(account);
        return account;
    }

    public static async Task<Person> PersonAsync(this TestPortal portal, Account account, string first, string last, string? email = null, Action<Person>? with = null)
    {
        var person = new Person
        {
            SourceKey = Guid.NewGuid().ToString(),
            AccountId = account.Id,
            FirstName = first,
            LastName = last,
            Email = email ?? $"{first}.{last}@example.com".ToLowerInvariant(),
        };
        with?.Invoke(person);
        await portal.Database.AddAsync(person);
        return person;
    }

    public static Task OpportunityAsync(this TestPortal portal, Account account, bool closed) =>
        portal.Database.AddAsync(new Opportunity { SourceKey = Guid.NewGuid().ToString(), AccountId = account.Id, Name = "Fleet", IsClosed = closed });

    public static async Task<BuyingGroup> GroupAsync(this TestPortal portal, Account account, int completeness = 50)
    {
        await using var context = portal.Open();
        var solution = await context.SolutionInterests.FirstOrDefaultAsync();
        if (solution is null)
        {
            var template = new RoleTemplate { Name = "Fleet B2B", Status = PublicationStatus.Live };
            await portal.Database.AddAsync(template);
            solution = new SolutionInterest { Name = "Fleet analytics", RoleTemplateId = template.Id };
            await portal.Database.AddAsync(solution);
        }
        var group = new BuyingGroup { AccountId = account.Id, SolutionInterestId = solution.Id, Name = BuyingGroup.NameOf(solution.Name, account.Name), Completeness = completeness };
        await portal.Database.AddAsync(group);
        return group;
    }

    public static async Task MemberAsync(this TestPortal portal, BuyingGroup group, Person person, bool active = true)
    {
        await using var context = portal.Open();
        var role = await context.BuyingGroupRoles.OrderBy(r => r.Id).FirstAsync();
        var actor = new BuyingGroups.Data.Auditing.ActorRecord { Kind = BuyingGroups.Domain.Actors.ActorKind.Manual, Reference = Guid.NewGuid().ToString(), Name = "Anna Berg" };
        await portal.Database.AddAsync(actor);
        await portal.Database.AddAsync(new Member
        {
            BuyingGroupId = group.Id,
            PersonId = person.Id,
            RoleId = role.Id,
            Source = actor.Kind,
            IsActive = active,
            ChangedAt = portal.Clock.GetUtcNow().UtcDateTime,
            ActorId = actor.Id,
        });
    }

    public static Dictionary<string, string?> Values(params (string Key, string? Text)[] values) => values.ToDictionary(v => v.Key, v => v.Text, StringComparer.Ordinal);
}
