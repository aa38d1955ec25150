using BuyingGroups.Portal.Shell.Components;

namespace BuyingGroups.Tests.Shell.Components;

public sealed class LatestRunTests
{
    [Fact]
    public void A_newer_run_stops_the_one_before_and_only_that()
    {
        using var runs = new LatestRun();
        var first = runs.Begin();
        var second = runs.Begin();

        Assert.Equal((true, false), (first.IsCancellationRequested, second.IsCancellationRequested));
        runs.Stop();
        Assert.True(second.IsCancellationRequested);
        Assert.False(runs.Begin().IsCancellationRequested);
    }

    [Fact]
    public void After_the_component_has_gone_a_late_event_does_no_harm_and_starts_nothing()
    {
        var runs = new LatestRun();
        var running = runs.Begin();

        runs.Dispose();
        runs.Dispose();
        runs.Stop();

        Assert.True(running.IsCancellationRequested);
        Assert.True(runs.Begin().IsCancellationRequested);
    }
}
