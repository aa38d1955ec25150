using BuyingGroups.Portal.Features.Jobs;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>The demo as a job, for the one click on the first-steps page. Each of its steps is safe to repeat, so it starts again from the first.</summary>
public sealed class LoadDemoWork(IServiceProvider services) : IBackgroundWork
{
    public const string JobKind = "load-demo";

    public string Kind => JobKind;

    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        // Asked for when it runs: loading needs the runner of jobs, which needs this.
        var load = services.GetRequiredService<LoadDemo>();
        await load.RunAsync(DemoSize.Default, run.Caller, (step, _) => run.ReportAsync(step, LoadDemo.Steps, cancellationToken), cancellationToken);
        await run.ReportAsync(LoadDemo.Steps, LoadDemo.Steps, cancellationToken);
        return null;
    }
}
