using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Loads the demo workspace in the background. Gives the job's id; asked again while it runs, the id of that run.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record StartDemo : ICommand<long>;

/// <summary>The demo mixes invented companies with what is there, so it is offered where people develop only.</summary>
public sealed record DemoNotOffered() : Refusal("The demo workspace is offered in Development only. Nothing was loaded; on a portal of your own, run the command “demo”.");

public sealed class StartDemoHandler(IHostEnvironment environment) : ICommandHandler<StartDemo, long>
{
    private const string Key = "demo";

    public async Task<Outcome<long>> HandleAsync(StartDemo command, CommandContext context, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
            return new DemoNotOffered();
        var running = await context.Database.Jobs.Where(j => j.ExclusiveKey == Key && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running))
            .Select(j => (long?)j.Id).FirstOrDefaultAsync(cancellationToken);
        if (running is { } already)
            return already;
        var job = context.Enqueue(new BackgroundJob { Kind = LoadDemoWork.JobKind, Title = "Loading the demo workspace", Parameters = "{}", ExclusiveKey = Key, TotalUnits = LoadDemo.Steps, Link = "/buying-groups/browse" });
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Demo", job.Id, "Demo workspace");
        return job.Id;
    }
}
