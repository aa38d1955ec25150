using System.Globalization;

namespace BuyingGroups.Bench;

/// <summary>Samples the memory that is really this process's own (without mapped files) while something runs.</summary>
internal sealed class Memory : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task sampling;

    public Memory()
    {
        GC.Collect();
        Start = Now();
        sampling = Task.Run(SampleAsync);
    }

    public double Start { get; }

    /// <summary>The highest seen, in MB.</summary>
    public double Peak { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sampling;
        stop.Dispose();
    }

    private async Task SampleAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            Peak = Math.Max(Peak, Now());
            await Task.Delay(50).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static double Now()
    {
        if (!File.Exists("/proc/self/status"))
            return GC.GetTotalMemory(false) / 1048576.0;
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon", StringComparison.Ordinal));
        return double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
