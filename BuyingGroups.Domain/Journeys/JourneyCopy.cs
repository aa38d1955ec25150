using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Domain.Journeys;

/// <summary>A duplicate of a journey without what its nodes are set to: the drawing alone.</summary>
public static class JourneyCopy
{
    /// <summary>The same nodes, names and paths with the settings of new nodes; percentages are spread evenly. What closes what stays.</summary>
    public static JourneyDocument WithoutSettings(JourneyDocument document) => document with
    {
        Nodes = document.Nodes.SetItems(document.Nodes.Values.Select(node => KeyValuePair.Create(node.Id, Blank(node)))),
        Settings = JourneySettings.Default,
    };

    private static JourneyNode Blank(JourneyNode node)
    {
        var shares = node.Paths.Count(path => path.Percent is not null);
        var given = 0;
        return node with
        {
            Settings = node.Settings switch
            {
                // Part of the drawing, not settings of it.
                PeopleMergeSettings or VariantSplitSettings => node.Settings,
                // Its paths tell whether there is a timeout.
                ListenForEventSettings listen => new ListenForEventSettings(new JourneyEvent(listen.Event.Kind), listen.Timeout),
                _ => NodeKinds.Of(node.Settings).Blank(),
            },
            Paths = [.. node.Paths.Select(path => path with { Condition = null, Percent = path.Percent is null ? null : Share(++given, shares) })],
        };
    }

    private static int Share(int place, int shares) => place < shares ? 100 / shares : 100 - (100 / shares * (shares - 1));
}
