using BuyingGroups.Domain.Actors;

namespace BuyingGroups.Portal.Security;

/// <summary>Callers that are not people at a browser.</summary>
public static class Callers
{
    private static readonly HashSet<string> Everything = [.. Permissions.All];

    /// <summary>The person who runs the program at the command line: owns the machine, so may do everything.</summary>
    public static Caller CommandLine { get; } = new(Actor.CommandLine, null, Everything, "command line");

    /// <summary>A background job; ranks as System.</summary>
    public static Caller Job(string key, string name) => new(Actor.Job(key, name), null, Everything, "job");
}
