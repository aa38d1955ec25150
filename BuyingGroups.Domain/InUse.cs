using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain;

/// <summary>Something cannot be deleted because other things need it.</summary>
/// <param name="What">What was to be deleted, such as "solution interest".</param>
/// <param name="Name">Its name.</param>
/// <param name="Users">What uses it, named.</param>
public sealed record InUse(string What, string Name, string Users)
    : Refusal("The {0} “{1}” is used by {2}. It was not deleted; change or delete those first.", What, Name, Users)
{
    private const int MostNamed = 5;

    /// <summary>Names what uses the thing: at most five by name, the rest as a number. Null when nothing does.</summary>
    public static InUse? Of(string what, string name, IReadOnlyCollection<string> users) => users.Count switch
    {
        0 => null,
        <= MostNamed => new InUse(what, name, string.Join(", ", users)),
        _ => new InUse(what, name, $"{string.Join(", ", users.Take(MostNamed))} +{users.Count - MostNamed}"),
    };
}
