using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates;

/// <summary>Which of these roles a person would get, and why: the template's own rules on one person, nothing is saved.</summary>
/// <param name="Cards">The roles in priority order, saved or not.</param>
/// <param name="PersonId">The person.</param>
[Requires(Permissions.RoleTemplatesManage)]
public sealed record TryRoleTemplate(IReadOnlyList<RoleCardDraft> Cards, long PersonId) : IQuery<IReadOnlyList<RoleTrial>>;

/// <summary>What came of one role.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Fits">True when its condition matches the person.</param>
/// <param name="Gets">True when it is the first that fits.</param>
/// <param name="Why">The reason in words, when it fits.</param>
public sealed record RoleTrial(int RoleId, bool Fits, bool Gets, string? Why);

/// <summary>Tries it.</summary>
public sealed class TryRoleTemplateHandler : IQueryHandler<TryRoleTemplate, IReadOnlyList<RoleTrial>>
{
    public async Task<Outcome<IReadOnlyList<RoleTrial>>> HandleAsync(TryRoleTemplate query, QueryContext context, CancellationToken cancellationToken)
    {
        var person = await context.Database.People.Include(p => p.FieldValues).Include(p => p.RolesInAccount)
            .Include(p => p.Memberships).ThenInclude(m => m.BuyingGroup)
            .WithActivitiesFor(query.Cards.Select(card => card.Condition))
            .AsSplitQuery().FirstOrDefaultAsync(p => p.Id == query.PersonId, cancellationToken);
        if (person is null)
            return new NotFound("person", query.PersonId);
        var catalog = await context.Database.ReadConditionCatalogAsync(context.Now, cancellationToken);
        var sentence = new ConditionSentence(catalog, SentenceLanguage.English);
        var trials = new List<RoleTrial>();
        foreach (var card in query.Cards)
        {
            if (!card.AutoAssign || card.Condition is null)
            {
                trials.Add(new RoleTrial(card.RoleId, Fits: false, Gets: false, null));
                continue;
            }
            var matches = ConditionTranslation.OfPeople(card.Condition, catalog);
            if (!matches.Succeeded)
                return Outcome<IReadOnlyList<RoleTrial>>.Refused(matches.Refusals);
            var fits = ConditionTranslation.Compile(matches.Value, once: true)(person);
            trials.Add(new RoleTrial(
                card.RoleId, fits, fits && !trials.Exists(t => t.Gets), fits ? new ConditionReason<Domain.People.Person>(card.Condition, catalog, sentence).Why(person) : null));
        }
        return trials;
    }
}
