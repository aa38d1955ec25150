namespace BuyingGroups.Domain.Actors;

/// <summary>What kind of actor made a change. Membership precedence ranks them: Manual &gt; Journey &gt; System (product.md § 5).</summary>
public enum ActorKind
{
    /// <summary>A job or the portal itself.</summary>
    System = 1,

    /// <summary>A step of an account journey.</summary>
    Journey = 2,

    /// <summary>A person at the browser, the command line or the API.</summary>
    Manual = 3,
}

/// <summary>Who or what makes a change. Every change carries one; precedence, history and the audit log read this one type.</summary>
/// <param name="Kind">Ranks the change.</param>
/// <param name="Reference">Stable reference, unique with the kind: "user:12", "job:create-buying-groups", "journey:7/node:3". At most 100 characters.</param>
/// <param name="Name">The name shown to people. At most 255 characters.</param>
public sealed record Actor(ActorKind Kind, string Reference, string Name)
{
    /// <summary>The portal itself.</summary>
    public static Actor Portal { get; } = new(ActorKind.System, "portal", "The portal");

    /// <summary>A user of the portal.</summary>
    public static Actor User(int id, string name) => new(ActorKind.Manual, $"user:{id}", name);

    /// <summary>A program that shows an API key; <paramref name="name"/> is the key's.</summary>
    public static Actor ApiKey(int id, string name) => new(ActorKind.Manual, $"api-key:{id}", name);

    /// <summary>A background job; <paramref name="key"/> in kebab case.</summary>
    public static Actor Job(string key, string name) => new(ActorKind.System, $"job:{key}", name);

    /// <summary>The person who runs the program at the command line.</summary>
    public static Actor CommandLine { get; } = new(ActorKind.Manual, "command-line", "Command line");
}
