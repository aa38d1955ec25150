using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Demo.History;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>
/// Fills a portal with invented companies and people, through the same import, commands and jobs that its users have. Loading it again finds
/// everything in place and changes nothing.
/// </summary>
public sealed class LoadDemo(PortalGateway gateway, DemoMarketing marketing, DemoImports imports, DemoJobs jobs, DemoHistory history)
{
    /// <summary>How many steps <see cref="RunAsync"/> tells of.</summary>
    public const int Steps = 5;

    /// <param name="size">How much.</param>
    /// <param name="caller">In whose name.</param>
    /// <param name="begin">Told as each step begins: its number, from 0, and what it does (English, a localisation key).</param>
    /// <param name="cancellationToken">Stops between two steps or inside one; what was loaded is kept.</param>
    public async Task<DemoLoaded> RunAsync(DemoSize size, Caller caller, Func<int, string, Task> begin, CancellationToken cancellationToken)
    {
        await begin(0, "Declaring custom fields and personas");
        await marketing.PrepareAsync(caller, cancellationToken);
        await begin(1, "Importing accounts and people");
        var imported = await imports.RunAsync(size, caller, jobs, cancellationToken);
        await begin(2, "Publishing role templates, audiences and solution interests");
        var pairs = await marketing.PublishAsync(caller, cancellationToken);
        await begin(3, "Creating buying groups");
        foreach (var (solutionInterestId, audienceId) in pairs)
        {
            var started = (await gateway.SendAsync(new CreateBuyingGroups(solutionInterestId, new AccountSource(AudienceId: audienceId)), caller, cancellationToken)).Demand();
            await jobs.FinishAsync(started.JobId, cancellationToken);
        }
        await begin(4, "Living through three months");
        await history.RunAsync(size, caller, jobs, cancellationToken);
        return new DemoLoaded(imported);
    }
}

/// <summary>What loading did.</summary>
public sealed record DemoLoaded(IReadOnlyList<DemoImported> Imported);
