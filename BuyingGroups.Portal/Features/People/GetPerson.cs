using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Everything the person page shows.</summary>
[Requires(Permissions.AccountsView)]
public sealed record GetPerson(long Id) : IQuery<PersonDetails>;

/// <summary>A person with what belongs to them.</summary>
/// <param name="Person">Fields, custom values and roles in the account.</param>
/// <param name="CustomFields">Every custom field of people, in order of name.</param>
/// <param name="AccountName">The account's name.</param>
/// <param name="Memberships">Groups the person is in, or was removed from.</param>
public sealed record PersonDetails(Person Person, IReadOnlyList<CustomField> CustomFields, string AccountName, IReadOnlyList<PersonMembership> Memberships);

/// <summary>The person's place in a buying group.</summary>
public sealed record PersonMembership(long GroupId, string GroupName, string SolutionInterest, string Role, ActorKind Source, bool IsActive, DateTime ChangedAt, string? ChangedBy, int Completeness, double Engagement);

public sealed class GetPersonHandler : IQueryHandler<GetPerson, PersonDetails>
{
    public async Task<Outcome<PersonDetails>> HandleAsync(GetPerson query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.People.Include(p => p.FieldValues).Include(p => p.RolesInAccount).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == query.Id, cancellationToken) is not { } person)
            return new NotFound("person", query.Id);
        return new PersonDetails(
            person,
            await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Person).OrderBy(f => f.NormalizedName).ToListAsync(cancellationToken),
            await database.Accounts.Where(a => a.Id == person.AccountId).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken) ?? "",
            await database.Members.Where(m => m.PersonId == query.Id).OrderByDescending(m => m.IsActive).ThenBy(m => m.BuyingGroup!.NormalizedName)
                .Select(m => new PersonMembership(
                    m.BuyingGroupId, m.BuyingGroup!.Name, m.BuyingGroup.SolutionInterest!.Name, m.Role!.Name, m.Source, m.IsActive, m.ChangedAt,
                    database.Actors.Where(a => a.Id == m.ActorId).Select(a => a.Name).FirstOrDefault(), m.BuyingGroup.Completeness, m.BuyingGroup.EngagementScore))
                .ToListAsync(cancellationToken));
    }
}
