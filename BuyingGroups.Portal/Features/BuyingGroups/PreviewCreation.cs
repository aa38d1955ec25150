using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>How many groups and members a creation job would make now. Cancelling stops the statements.</summary>
/// <param name="SolutionInterestId">The solution interest.</param>
/// <param name="Source">A live audience or account list.</param>
[Requires(Permissions.BuyingGroupsManage)]
public sealed record PreviewCreation(int SolutionInterestId, AccountSource Source) : IQuery<CreationPreview>;

/// <summary>The answer.</summary>
/// <param name="SolutionInterest">Name of the solution interest.</param>
/// <param name="Template">Name of its role template.</param>
/// <param name="Source">Name of the audience or list.</param>
/// <param name="Accounts">Accounts in the source.</param>
/// <param name="Groups">Groups that would be made.</param>
/// <param name="Existing">Accounts that have their group already.</param>
/// <param name="Roles">Members per role of the template, in priority order.</param>
public sealed record CreationPreview(string SolutionInterest, string Template, string Source, int Accounts, int Groups, int Existing, IReadOnlyList<RolePreview> Roles)
{
    /// <summary>Members in all.</summary>
    public int Members => Roles.Sum(role => role.Members);
}

/// <summary>What one role would get.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Role">Its name.</param>
/// <param name="AutoAssign">False when people come here only by hand or by a journey.</param>
/// <param name="Members">How many people would be assigned.</param>
public sealed record RolePreview(int RoleId, string Role, bool AutoAssign, int Members);

/// <summary>Counts with the very queries that the job runs.</summary>
public sealed class PreviewCreationHandler : IQueryHandler<PreviewCreation, CreationPreview>
{
    public async Task<Outcome<CreationPreview>> HandleAsync(PreviewCreation query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var source = await CreationSources.NameOfAsync(database, query.Source, cancellationToken);
        if (!source.Succeeded)
            return Outcome<CreationPreview>.Refused(source.Refusals);
        var read = await GroupPlan.ReadAsync(database, query.SolutionInterestId, context.Now, cancellationToken);
        if (!read.Succeeded)
            return Outcome<CreationPreview>.Refused(read.Refusals);
        var all = await AccountSources.AccountsOfAsync(database, query.Source, context.Now, cancellationToken);
        if (!all.Succeeded)
            return Outcome<CreationPreview>.Refused(all.Refusals);
        var (plan, missing) = (read.Value, (await CreationSources.WithoutGroupAsync(database, query.Source, query.SolutionInterestId, context.Now, cancellationToken)).Demand());
        var accounts = await all.Value.CountAsync(cancellationToken);
        var groups = await missing.CountAsync(cancellationToken);
        var members = new Dictionary<int, int>();
        if (groups > 0 && plan.Rules.Count > 0)
        {
            members = await missing.SelectMany(account => account.People).Select(plan.Role).Where(role => role != RoleAssignment.NoRole)
                .GroupBy(role => role).Select(role => new { role.Key, Count = role.Count() }).ToDictionaryAsync(role => role.Key, role => role.Count, cancellationToken);
        }
        var names = await database.BuyingGroupRoles.ToDictionaryAsync(role => role.Id, role => role.Name, cancellationToken);
        return new CreationPreview(
            plan.SolutionInterest.Name, plan.Template, source.Value, accounts, groups, accounts - groups,
            [.. plan.Cards.Select(card => new RolePreview(card.RoleId, names[card.RoleId], card.AutoAssign, members.GetValueOrDefault(card.RoleId)))]);
    }
}
