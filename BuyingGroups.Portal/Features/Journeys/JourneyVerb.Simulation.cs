using System.Globalization;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Journeys.Simulation;
using BuyingGroups.Portal.Security;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Trying a draft without effects: what one account would go through, and how many would take each path.</summary>
public sealed partial class JourneyVerb
{
    /// <summary>Walks an account through the draft of a journey, or through a document in a file.</summary>
    private async Task<int> SimulateAsync(string fileOrJourney, string accountName, TextWriter output, CancellationToken cancellationToken)
    {
        if (await AccountAsync(accountName, cancellationToken) is not { } account)
        {
            await output.WriteLineAsync($"There is no account “{accountName}”. Nothing was simulated; give its whole name.");
            return 1;
        }
        var (id, document) = await DraftAsync(fileOrJourney, cancellationToken);
        var simulated = (await gateway.AskAsync(new SimulateJourney(id, account, document), Callers.CommandLine, cancellationToken)).Demand();
        await output.WriteLineAsync($"{simulated.Account}:");
        if (simulated.WhyNot is { } whyNot)
            await output.WriteLineAsync(Say(whyNot));
        foreach (var step in simulated.Steps)
        {
            var path = step.PathTaken is { } taken && !step.PathIsOnly ? $", path {step.Path.ToString(CultureInfo.InvariantCulture)} {taken.Name ?? taken.Key}" : "";
            await output.WriteLineAsync($"{step.ArrivedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {step.NodeId}{path}");
            foreach (var line in LinesOf(step))
                await output.WriteLineAsync($"                    {line}");
        }
        await output.WriteLineAsync($"{simulated.EndsAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {NodeWords.Status(simulated.Status)}{(simulated.Why is { } why ? ": " + Say(why) : "")}");
        return 0;
    }

    /// <summary>Routes the audience of the draft of a journey, or of a document in a file.</summary>
    private async Task<int> CountAsync(string fileOrJourney, TextWriter output, CancellationToken cancellationToken)
    {
        var (id, document) = await DraftAsync(fileOrJourney, cancellationToken);
        var counts = (await gateway.AskAsync(new CountPaths(id, document), Callers.CommandLine, cancellationToken)).Demand();
        await output.WriteLineAsync(counts.IsComplete ? $"{counts.Accounts:N0} accounts in the audience now" : $"The first {counts.Counted:N0} of {counts.Accounts:N0} accounts: at least so many take each path");
        foreach (var node in counts.Nodes)
        {
            var paths = node.Paths.Where(_ => node.Paths.Count > 1).Select(path => $"{path.Path.Name ?? path.Path.Key}: {path.Accounts:N0}")
                .Concat(node.Ended > 0 ? [$"ended: {node.Ended:N0}"] : Array.Empty<string>()).Concat(node.Left > 0 ? [$"left: {node.Left:N0}"] : Array.Empty<string>());
            await output.WriteLineAsync($"{node.NodeId.PadRight(NodeId.MaxLength)} {node.Reached,12:N0}  {string.Join(", ", paths)}");
        }
        return 0;
    }

    private async Task<(int Id, string? Document)> DraftAsync(string fileOrJourney, CancellationToken cancellationToken) =>
        File.Exists(fileOrJourney) ? (0, await File.ReadAllTextAsync(fileOrJourney, cancellationToken)) : (await FindAsync(fileOrJourney, cancellationToken), null);

    private async Task<long?> AccountAsync(string name, CancellationToken cancellationToken)
    {
        var found = (await gateway.AskAsync(new FindAccounts(new AccountFilter { Search = name }, new PageRequest(1, PageRequest.LargestSize)), Callers.CommandLine, cancellationToken)).Demand();
        var wanted = NormalizedText.Of(name);
        return found.Rows.FirstOrDefault(row => string.Equals(NormalizedText.Of(row.Name), wanted, StringComparison.Ordinal))?.Id;
    }

    private static IEnumerable<string> LinesOf(SimulatedStep step)
    {
        if (step.Reason is { } reason)
            yield return Say(reason);
        if (step.Detail is { } detail)
            yield return detail;
        foreach (var person in step.People)
            yield return $"{person.Name}: path {person.Path.Name ?? person.Path.Key}";
        foreach (var member in step.Members)
            yield return $"{(member.Applied ? "" : "Refused: ")}{member.Person} – {member.BuyingGroup}{(member.Role is { } role ? ", " + role : "")}";
        foreach (var effect in step.Effects)
            yield return Say(effect);
    }

    private static string Say(SimulatedText text) => string.Format(CultureInfo.InvariantCulture, text.Text, text.Arguments);
}
