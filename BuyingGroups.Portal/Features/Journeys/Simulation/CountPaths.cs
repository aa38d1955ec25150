using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>How many accounts would take each path of a draft as they are now: every account of its audience is routed, nothing is done and nothing is written.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Document">A document to count instead of the saved draft, as JSON.</param>
/// <param name="MostAccounts">Where to stop; then the counts are of the first so many.</param>
[Requires(Permissions.JourneysView)]
public sealed record CountPaths(int JourneyId, string? Document = null, int MostAccounts = CountPaths.DefaultMost) : IQuery<PathCounts>
{
    /// <summary>So many are counted when nothing else is said.</summary>
    public const int DefaultMost = 250_000;
}

/// <summary>The counts.</summary>
/// <param name="Accounts">How many accounts the audience holds.</param>
/// <param name="Counted">How many of them were routed; fewer than all when the limit or the time ran out: then every count means "at least".</param>
/// <param name="Nodes">The nodes in the order of the drawing.</param>
public sealed record PathCounts(long Accounts, long Counted, IReadOnlyList<CountedNode> Nodes)
{
    /// <summary>True when every account was routed.</summary>
    public bool IsComplete => Counted >= Accounts;
}

/// <summary>A node and who would come to it.</summary>
/// <param name="NodeId">Its id in the drawing.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Name">The name the marketer gave it; null for none.</param>
/// <param name="Reached">Accounts that come to it.</param>
/// <param name="Ended">Accounts that end there for want of a path.</param>
/// <param name="Left">Accounts that leave the journey there by its goal or exit condition.</param>
/// <param name="Paths">Its paths in order.</param>
public sealed record CountedNode(string NodeId, string Kind, string? Name, long Reached, long Ended, long Left, IReadOnlyList<CountedPath> Paths);

/// <summary>A path and who would take it.</summary>
/// <param name="Path">As drawn.</param>
/// <param name="Accounts">Accounts that take it; inside a split of people those with somebody on it.</param>
/// <param name="People">People on it, inside a split of people; null elsewhere.</param>
public sealed record CountedPath(JourneyPath Path, long Accounts, long? People);

/// <summary>Counts.</summary>
public sealed class CountPathsHandler(PathCounting counting) : IQueryHandler<CountPaths, PathCounts>
{
    public async Task<Outcome<PathCounts>> HandleAsync(CountPaths query, QueryContext context, CancellationToken cancellationToken)
    {
        var draft = await SimulatedDrafts.ReadAsync(context.Database, query.JourneyId, query.Document, context.Now, cancellationToken);
        return draft.Succeeded
            ? await counting.CountAsync(draft.Value, context.Database, context.Now, query.MostAccounts, cancellationToken)
            : Outcome<PathCounts>.Refused(draft.Refusals);
    }
}
