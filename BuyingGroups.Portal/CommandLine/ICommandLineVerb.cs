namespace BuyingGroups.Portal.CommandLine;

/// <summary>A command of the program for people who run it, such as <c>migrate</c>. Registered with the container.</summary>
public interface ICommandLineVerb
{
    /// <summary>The first word.</summary>
    string Name { get; }

    /// <summary>What may follow it.</summary>
    string Usage { get; }

    /// <summary>One line for <c>--help</c>.</summary>
    string Summary { get; }

    /// <summary>True when the portal serves pages once the verb is done (unless it failed or was told to exit).</summary>
    bool ServesAfterwards(IReadOnlyList<string> arguments) => false;

    /// <summary>True when the database must be at the newest schema before the verb runs.</summary>
    bool NeedsSchema => true;

    /// <summary>Does it.</summary>
    /// <returns>The exit code: 0 done, 1 refused or failed, 2 wrong usage.</returns>
    Task<int> RunAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken);
}
