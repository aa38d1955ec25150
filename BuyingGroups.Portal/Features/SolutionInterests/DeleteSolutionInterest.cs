using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.SolutionInterests;

/// <summary>Deletes a solution interest that no job, group, journey or condition uses.</summary>
/// <param name="Id">The solution interest.</param>
[Requires(Permissions.SolutionInterestsManage)]
public sealed record DeleteSolutionInterest(int Id) : ICommand<Done>;

/// <summary>Deletes it.</summary>
public sealed class DeleteSolutionInterestHandler : ICommandHandler<DeleteSolutionInterest, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteSolutionInterest command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var interest = await database.SolutionInterests.FirstOrDefaultAsync(s => s.Id == command.Id, cancellationToken);
        if (interest is null)
            return new NotFound("solution interest", command.Id);
        var jobs = await database.CreationJobs.Where(j => j.SolutionInterestId == interest.Id)
            .Select(j => j.AudienceId != null
                ? database.Audiences.Where(a => a.Id == j.AudienceId).Select(a => a.Name).First()
                : database.AccountLists.Where(l => l.Id == j.AccountListId).Select(l => l.Name).First())
            .ToListAsync(cancellationToken);
        var groups = await database.BuyingGroups.Where(g => g.SolutionInterestId == interest.Id).OrderBy(g => g.NormalizedName).Take(3).Select(g => g.Name).ToListAsync(cancellationToken);
        var more = groups.Count < 3 ? 0 : await database.BuyingGroups.CountAsync(g => g.SolutionInterestId == interest.Id, cancellationToken) - groups.Count;
        var value = ConditionUses.Value("solutionInterest", interest.Id);
        var conditions = await ConditionUses.FindAsync(database, value, cancellationToken);
        var journeys = await JourneyUses.FindAsync(database, ReferenceKind.SolutionInterest, interest.Id, interest.Name, cancellationToken, value);
        IReadOnlyList<string> users =
        [
            .. jobs.Select(name => $"the creation job for “{name}”"),
            .. groups.Select(name => $"the buying group “{name}”"),
            .. more > 0 ? new[] { $"{more} more buying groups" } : [],
            .. journeys,
            .. conditions,
        ];
        if (InUse.Of("solution interest", interest.Name, users) is { } inUse)
            return inUse;
        database.SolutionInterests.Remove(interest);
        context.Audit("SolutionInterest", interest.Id, interest.Name, new { interest.Name, interest.Description, interest.RoleTemplateId });
        return Done.Instance;
    }
}
