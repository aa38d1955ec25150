using System.Globalization;
using BuyingGroups.Portal.Features.Journeys.Execution;

namespace BuyingGroups.Portal.CommandLine;

/// <summary><c>work-journeys</c>: carries the accounts of running journeys in this process, without pages, beside others or alone.</summary>
public sealed class WorkJourneysVerb(JourneyEngine engine, TimeProvider clock) : ICommandLineVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public string Name => "work-journeys";

    public string Usage => "[--idle SECONDS]";

    public string Summary => "Carry the accounts of running journeys here until nobody moved for so many seconds.";

    public async Task<int> RunAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var idle = TimeSpan.Zero;
        if (arguments.Value("--idle") is { } text)
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || seconds is not (>= 0 and < 1_000_000))
            {
                await output.WriteLineAsync($"Usage: {Name} {Usage}");
                return 2;
            }
            idle = TimeSpan.FromSeconds(seconds);
        }
        var worker = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}/{Name}";
        var (moved, last) = (0L, clock.GetTimestamp());
        await output.WriteLineAsync("Working.");
        await output.FlushAsync(cancellationToken);
        while (true)
        {
            var now = await engine.RunAsync(worker, cancellationToken);
            moved += now;
            if (now > 0)
                last = clock.GetTimestamp();
            else if (clock.GetElapsedTime(last) >= idle)
                break;
            else
                await Task.Delay(Pause, clock, cancellationToken);
        }
        await output.WriteLineAsync($"Nobody is due. {moved:N0} moves.");
        return 0;
    }
}
