using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.CommandLine;

/// <summary>Decides what the program was started for: a verb, help, or serving the portal.</summary>
public static class PortalProgram
{
    private const int WrongUsage = 2;

    /// <summary>Splits the program's arguments: the verb with its own, and what is left for the host (such as --urls).</summary>
    public static (string? Verb, IReadOnlyList<string> VerbArguments, string[] HostArguments) Split(string[] arguments)
    {
        if (arguments.Length == 0)
            return (null, [], []);
        if (arguments[0] is "--help" or "-h" or "help")
            return ("--help", [], []);
        // Everything else with a dash is configuration of the host.
        return arguments[0].StartsWith('-') ? (null, [], arguments) : (arguments[0], arguments[1..], []);
    }

    /// <summary>Runs the verb, or serves.</summary>
    public static async Task<int> RunAsync(WebApplication app, string? verb, IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var verbs = app.Services.GetServices<ICommandLineVerb>().ToList();
        if (verb == "--help")
        {
            WriteHelp(verbs, Console.Out);
            return 0;
        }
        if (verb is not null)
        {
            if (verbs.FirstOrDefault(v => v.Name == verb) is not { } found)
            {
                Console.Error.WriteLine($"There is no command “{verb}”. Nothing was done.");
                WriteHelp(verbs, Console.Error);
                return WrongUsage;
            }
            var code = await RunVerbAsync(app, found, new CommandLineArguments(arguments), cancellationToken);
            if (code != 0 || !found.ServesAfterwards(arguments))
                return code;
        }
        if (!await app.Services.GetRequiredService<SchemaCheck>().ReadyAsync(cancellationToken))
            return 1;
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> RunVerbAsync(WebApplication app, ICommandLineVerb verb, CommandLineArguments arguments, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ConsoleCancelEventHandler onCancel = (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            if (verb.NeedsSchema && !await app.Services.GetRequiredService<SchemaCheck>().ReadyAsync(stop.Token))
                return 1;
            return await verb.RunAsync(arguments, Console.Out, stop.Token);
        }
        catch (RefusedException refused)
        {
            foreach (var refusal in refused.Refusals)
                Console.Error.WriteLine(refusal);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine("Cancelled. What was committed until then is kept; running the same command again goes on from there.");
            return 1;
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }

    private static void WriteHelp(IReadOnlyList<ICommandLineVerb> verbs, TextWriter output)
    {
        output.WriteLine("BuyingGroups Portal. Without a command it serves the portal.");
        output.WriteLine();
        output.WriteLine("Commands:");
        foreach (var verb in verbs.OrderBy(v => v.Name, StringComparer.Ordinal))
            output.WriteLine($"  {verb.Name + " " + verb.Usage,-60} {verb.Summary}");
        output.WriteLine();
        output.WriteLine("Settings: appsettings.json, environment variables (Database__Provider=PostgreSql) or options when serving (--urls, --Database:Provider).");
    }
}
