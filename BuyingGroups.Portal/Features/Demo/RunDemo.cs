using BuyingGroups.Data;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Security;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary><c>demo</c>: loads the demo, makes a user per role, tells what there is, and serves the portal unless told to exit.</summary>
public sealed class RunDemo(LoadDemo load, DemoUsers users, PortalDatabase database) : ICommandLineVerb
{
    private const string Exit = "--exit";

    public string Name => "demo";

    public string Usage => $"[{Exit}]";

    public string Summary => "Load invented companies and people, create their buying groups, then serve the portal.";

    public bool ServesAfterwards(IReadOnlyList<string> arguments) => !arguments.Contains(Exit, StringComparer.Ordinal);

    public async Task<int> RunAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments.Words(Exit).Count > 0)
        {
            await output.WriteLineAsync($"Usage: {Name} {Usage}");
            return 2;
        }
        var loaded = await load.RunAsync(DemoSize.Default, Callers.CommandLine, (_, step) => output.WriteLineAsync($"{step} …"), cancellationToken);
        await TellAsync(await users.MakeMissingAsync(Callers.CommandLine, cancellationToken), output);
        await output.WriteLineAsync();
        await (await DemoSummary.ReadAsync(database, cancellationToken)).WriteAsync(output, loaded.Imported);
        return 0;
    }

    private static async Task TellAsync(IReadOnlyList<DemoUser> made, TextWriter output)
    {
        await output.WriteLineAsync();
        if (made.Count == 0)
        {
            await output.WriteLineAsync("The users of the demo are there already; their passwords were told when they were made.");
            return;
        }
        await output.WriteLineAsync("Users to sign in with. Their passwords are shown this once and stored nowhere in the clear:");
        foreach (var user in made)
            await output.WriteLineAsync($"  {user.Role,-10}{user.Email,-32}{user.Password}");
    }
}
