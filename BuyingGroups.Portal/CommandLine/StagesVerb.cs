using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.Stages;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.CommandLine;

/// <summary><c>stages publish FILE</c>: makes a live stage model from a JSON document, or prints everything that is wrong with it.</summary>
public sealed class StagesVerb(PortalGateway gateway) : ICommandLineVerb
{
    public string Name => "stages";

    public string Usage => "publish FILE";

    public string Summary => "Make a live stage model from a JSON document; exits 1 when something is wrong with it.";

    public async Task<int> RunAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments.Words() is not ["publish", var path])
        {
            await output.WriteLineAsync($"Usage: {Name} {Usage}");
            return 2;
        }
        if (!File.Exists(path))
        {
            await output.WriteLineAsync($"There is no file {path}. Nothing was published.");
            return 1;
        }
        var document = StageModelDocument.Parse(await File.ReadAllTextAsync(path, cancellationToken));
        var refusals = document.Refusals;
        if (document.Succeeded)
        {
            var made = await gateway.SendAsync(new CreateStageModel(document.Value, Publish: true), Callers.CommandLine, cancellationToken);
            if (made.Succeeded)
            {
                await output.WriteLineAsync($"The stage model “{document.Value.Name!.Trim()}” is live, with {document.Value.Stages!.Count} stages. Its number is {made.Value}.");
                return 0;
            }
            refusals = made.Refusals;
        }
        foreach (var refusal in refusals)
            await output.WriteLineAsync($"{refusal.Name}: {refusal}");
        await output.WriteLineAsync("Nothing was published.");
        return 1;
    }
}
