using System.Linq.Expressions;
using BuyingGroups.Data;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.Conditions;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>How the groups of a solution interest are made: its template's cards, the rules that assign people, the stage to start in.</summary>
/// <param name="SolutionInterest">The solution interest.</param>
/// <param name="Template">Its template's name.</param>
/// <param name="Cards">The role cards, first priority first.</param>
/// <param name="Rules">The auto-assigned ones, with their conditions translated.</param>
/// <param name="EntryStageId">Where a new group starts; null without a stage model.</param>
/// <param name="Catalog">What conditions could name when they were translated.</param>
public sealed record GroupPlan(
    SolutionInterest SolutionInterest, string Template, IReadOnlyList<RoleCard> Cards, IReadOnlyList<RoleRule> Rules, int? EntryStageId, ConditionCatalog Catalog)
{
    /// <summary>The role id a person gets, or <see cref="RoleAssignment.NoRole"/>.</summary>
    public Expression<Func<Person, int>> Role { get; } = RoleAssignment.FirstMatchingRole(Rules);

    /// <summary>Reads the plan; refused when the solution interest is gone or a condition of its template cannot be used.</summary>
    public static async Task<Outcome<GroupPlan>> ReadAsync(PortalDbContext database, int solutionInterestId, DateTime now, CancellationToken cancellationToken)
    {
        var solution = await database.SolutionInterests.AsNoTracking().FirstOrDefaultAsync(s => s.Id == solutionInterestId, cancellationToken);
        if (solution is null)
            return new NotFound("solution interest", solutionInterestId);
        var template = await database.RoleTemplates.AsNoTracking().SingleAsync(t => t.Id == solution.RoleTemplateId, cancellationToken);
        var cards = await database.RoleCards.AsNoTracking().Where(card => card.RoleTemplateId == solution.RoleTemplateId).OrderBy(card => card.Priority).ToListAsync(cancellationToken);
        var catalog = await database.ReadConditionCatalogAsync(now, cancellationToken);
        var rules = new List<RoleRule>();
        foreach (var card in cards.Where(card => card is { AutoAssign: true, Condition: not null }))
        {
            var fits = ConditionTranslation.OfPeople(card.Condition!, catalog);
            if (!fits.Succeeded)
                return Outcome<GroupPlan>.Refused(fits.Refusals);
            rules.Add(new RoleRule(card.RoleId, fits.Value));
        }
        int? stage = solution.StageModelId is { } model
            ? await database.Stages.Where(s => s.StageModelId == model && s.Kind == StageKind.Entry).OrderBy(s => s.Order).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new GroupPlan(solution, template.Name, cards, rules, stage, catalog);
    }

    /// <summary>The assignments that follow from the rules for some groups, as a query: one row per person of the account, its role maybe <see cref="RoleAssignment.NoRole"/>.</summary>
    public IQueryable<AssignmentRow> AssignmentsOf(IQueryable<Person> people, IQueryable<BuyingGroup> groups)
    {
        var group = Expression.Parameter(typeof(BuyingGroup), "group");
        var row = Expression.MemberInit(
            Expression.New(typeof(AssignmentRow)),
            Expression.Bind(typeof(AssignmentRow).GetProperty(nameof(AssignmentRow.BuyingGroupId))!, Expression.Property(group, nameof(BuyingGroup.Id))),
            Expression.Bind(typeof(AssignmentRow).GetProperty(nameof(AssignmentRow.PersonId))!, Expression.Property(Role.Parameters[0], nameof(Person.Id))),
            Expression.Bind(typeof(AssignmentRow).GetProperty(nameof(AssignmentRow.RoleId))!, Role.Body));
        return people.Join(groups, person => person.AccountId, g => g.AccountId, Expression.Lambda<Func<Person, BuyingGroup, AssignmentRow>>(row, Role.Parameters[0], group));
    }
}
