using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary><c>journey validate|publish|run|status|simulate|count</c>: journeys as documents, without a browser.</summary>
public sealed partial class JourneyVerb(PortalGateway gateway, JourneyEngine engine) : ICommandLineVerb
{
    public string Name => "journey";

    public string Usage => "validate FILE | publish FILE [--name NAME] | run FILE|NAME|ID | status FILE|NAME|ID | simulate FILE|NAME|ID --account NAME | count FILE|NAME|ID";

    public string Summary => "Check, publish, drive, simulate and count account journeys; validate exits 1 when the document cannot be published.";

    public async Task<int> RunAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var words = arguments.Words();
        switch (words)
        {
            case ["validate" or "publish", var path] when !File.Exists(path):
                await output.WriteLineAsync($"There is no file {path}. Nothing was done.");
                return 1;
            case ["validate", var path]:
                return await ValidateAsync(await File.ReadAllTextAsync(path, cancellationToken), output, cancellationToken);
            case ["publish", var path]:
                return await PublishAsync(arguments.Value("--name") ?? NameOf(path), await File.ReadAllTextAsync(path, cancellationToken), output, cancellationToken);
            case ["simulate", var draft] when arguments.Value("--account") is { } account:
                return await SimulateAsync(draft, account, output, cancellationToken);
            case ["count", var draft]:
                return await CountAsync(draft, output, cancellationToken);
            case ["run", var journey]:
                return await DriveAsync(await FindAsync(journey, cancellationToken), output, cancellationToken);
            case ["status", var journey]:
                await ShowAsync(await FindAsync(journey, cancellationToken), output, cancellationToken);
                return 0;
            default:
                await output.WriteLineAsync($"Usage: {Name} {Usage}");
                return 2;
        }
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.EndsWith(".journey", StringComparison.OrdinalIgnoreCase) ? name[..^".journey".Length] : name;
    }

    /// <summary>A file stands for the journey that publishing it gives its name to.</summary>
    private async Task<int> FindAsync(string journey, CancellationToken cancellationToken) =>
        (await gateway.AskAsync(new FindJourney(File.Exists(journey) ? NameOf(journey) : journey), Callers.CommandLine, cancellationToken)).Demand();

    private async Task<int> ValidateAsync(string document, TextWriter output, CancellationToken cancellationToken)
    {
        var check = (await gateway.AskAsync(new CheckJourneyDocument(document), Callers.CommandLine, cancellationToken)).Demand();
        foreach (var problem in check.Problems)
            await output.WriteLineAsync($"{(problem.Severity == ProblemSeverity.Error ? "error" : "warning")}: {problem}");
        var errors = check.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        await output.WriteLineAsync(check.CanBePublished
            ? $"The document can be published: {check.Nodes:N0} nodes, {check.Problems.Count:N0} warnings."
            : $"The document cannot be published: {errors:N0} errors.");
        return check.CanBePublished ? 0 : 1;
    }

    /// <summary>The name decides: a known journey gets the document as its next version, an unknown one is made.</summary>
    private async Task<int> PublishAsync(string name, string document, TextWriter output, CancellationToken cancellationToken)
    {
        var known = await gateway.AskAsync(new FindJourney(name), Callers.CommandLine, cancellationToken);
        int id;
        if (known.Succeeded)
        {
            id = known.Value;
            var journey = (await gateway.AskAsync(new GetJourney(id), Callers.CommandLine, cancellationToken)).Demand().Journey;
            (await gateway.SendAsync(new SaveJourneyDraft(id, journey.Version, document), Callers.CommandLine, cancellationToken)).Demand();
        }
        else
        {
            id = (await gateway.SendAsync(new CreateJourney(name, null, document), Callers.CommandLine, cancellationToken)).Demand();
        }
        var published = await gateway.SendAsync(new PublishJourney(id), Callers.CommandLine, cancellationToken);
        if (!published.Succeeded)
        {
            foreach (var refusal in published.Refusals)
                await output.WriteLineAsync($"error: {refusal}");
            await output.WriteLineAsync($"“{name}” was not published; the document is kept as the draft of journey {id.ToString(CultureInfo.InvariantCulture)}.");
            return 1;
        }
        foreach (var warning in published.Value.Warnings)
            await output.WriteLineAsync($"warning: {warning}");
        await output.WriteLineAsync($"Published version {published.Value.Number} of “{name}”, journey {id.ToString(CultureInfo.InvariantCulture)}.");
        return 0;
    }

    /// <summary>The engine goes round all journeys, as it does in the portal; another process may share the work.</summary>
    private async Task<int> DriveAsync(int id, TextWriter output, CancellationToken cancellationToken)
    {
        long moved;
        long total = 0;
        while ((moved = await engine.RunAsync($"command-line:{Environment.ProcessId}", cancellationToken, lookNow: true)) > 0)
            total += moved;
        await output.WriteLineAsync($"Nobody is due any more; {total:N0} entries were carried, let in or taken out.");
        await ShowAsync(id, output, cancellationToken);
        var journey = (await gateway.AskAsync(new GetJourney(id), Callers.CommandLine, cancellationToken)).Demand().Journey;
        if (journey.Problem is null)
            return 0;
        await output.WriteLineAsync($"The journey stands still: {journey.Problem}");
        return 1;
    }

    private async Task ShowAsync(int id, TextWriter output, CancellationToken cancellationToken)
    {
        var counts = (await gateway.AskAsync(new CountJourney(id), Callers.CommandLine, cancellationToken)).Demand();
        await output.WriteLineAsync($"{counts.Name}: {NodeWords.Status(counts.Status)}{(counts.Number is { } number ? $", version {number}" : "")}");
        if (counts.Nodes.Count == 0)
            return;
        await output.WriteLineAsync($"{counts.Entered:N0} entered, {counts.Inside:N0} inside, {counts.Parked:N0} parked");
        var width = Math.Min(50, counts.Nodes.Max(node => node.NodeId.Length));
        await output.WriteLineAsync($"{"node".PadRight(width)} {"reached",12} {"here now",12}  paths");
        foreach (var node in counts.Nodes)
        {
            var paths = node.Paths.Select(path => $"{path.Name ?? path.Key}: {(path.Passed is { } passed ? passed.ToString("N0", CultureInfo.InvariantCulture) : "-")}")
                .Concat(node.Ended > 0 ? [$"ended: {node.Ended:N0}"] : Array.Empty<string>()).Concat(node.Stopped > 0 ? [$"stopped: {node.Stopped:N0}"] : Array.Empty<string>());
            await output.WriteLineAsync($"{node.NodeId.PadRight(width)} {node.Reached,12:N0} {node.Here,12:N0}  {string.Join(", ", paths)}");
        }
    }
}
