using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Joins an audience or account list to a solution interest for good and makes the groups of its accounts, in the background.</summary>
/// <param name="SolutionInterestId">The solution interest.</param>
/// <param name="Source">A live audience or account list.</param>
[Requires(Permissions.BuyingGroupsManage)]
public sealed record CreateBuyingGroups(int SolutionInterestId, AccountSource Source) : ICommand<CreationStarted>;

/// <summary>The creation job, and the run of it that was queued.</summary>
/// <param name="CreationJobId">The creation job.</param>
/// <param name="JobId">The background job to follow.</param>
public sealed record CreationStarted(int CreationJobId, long JobId);

/// <summary>Queues it. Asking twice for the same pair runs the same creation job again.</summary>
public sealed class CreateBuyingGroupsHandler : ICommandHandler<CreateBuyingGroups, CreationStarted>
{
    public async Task<Outcome<CreationStarted>> HandleAsync(CreateBuyingGroups command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var plan = await GroupPlan.ReadAsync(database, command.SolutionInterestId, context.Now, cancellationToken);
        if (!plan.Succeeded)
            return Outcome<CreationStarted>.Refused(plan.Refusals);
        var source = await CreationSources.NameOfAsync(database, command.Source, cancellationToken);
        if (!source.Succeeded)
            return Outcome<CreationStarted>.Refused(source.Refusals);
        var (audience, list) = (command.Source.AudienceId, command.Source.AudienceId is null ? command.Source.AccountListId : null);
        var creation = await database.CreationJobs.FirstOrDefaultAsync(
            j => j.SolutionInterestId == command.SolutionInterestId && j.AudienceId == audience && j.AccountListId == list, cancellationToken);
        if (creation is null)
        {
            creation = new CreationJob { SolutionInterestId = command.SolutionInterestId, AudienceId = audience, AccountListId = list, CreatedAt = context.Now, ActorId = context.ActorId };
            database.CreationJobs.Add(creation);
            await database.SaveChangesAsync(cancellationToken);
        }
        var job = context.Enqueue(CreateBuyingGroupsWork.Order.ToJob(creation, plan.Value.SolutionInterest.Name));
        await database.SaveChangesAsync(cancellationToken);
        context.Audit("CreationJob", creation.Id, plan.Value.SolutionInterest.Name, null, new { SolutionInterest = plan.Value.SolutionInterest.Name, Source = source.Value, Job = job.Id });
        return new CreationStarted(creation.Id, job.Id);
    }
}
