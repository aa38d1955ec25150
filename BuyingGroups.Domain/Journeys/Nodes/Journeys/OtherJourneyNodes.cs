using BuyingGroups.Domain.Journeys.Validation;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class OtherJourneyNodes
{
    public static NodeKind Add { get; } = new NodeKind<AddToJourneySettings>
    {
        Key = "addToJourney",
        Label = "Add to journey",
        Help = "The account enters another journey, if that lets it in.",
        Section = NodeSection.AccountActions,
        New = () => new(new JourneyReference(null)),
        Rules = (settings, check) =>
        {
            if (Check(settings.Journey, check) is { Status: not JourneyStatus.Live } closed)
                check.Add(new OtherJourneyNotLive(closed.Name), severity: ProblemSeverity.Warning);
        },
        References = (settings, map) => new(map(ReferenceKind.Journey, settings.Journey)),
    };

    public static NodeKind Remove { get; } = new NodeKind<RemoveFromJourneySettings>
    {
        Key = "removeFromJourney",
        Label = "Remove from journey",
        Help = "The account leaves another journey.",
        Section = NodeSection.AccountActions,
        New = () => new(new JourneyReference(null)),
        Rules = (settings, check) => Check(settings.Journey, check),
        References = (settings, map) => new(map(ReferenceKind.Journey, settings.Journey)),
    };

    private static CatalogJourney? Check(JourneyReference reference, NodeCheck check)
    {
        if (check.Found(check.Catalog.Journey(reference), reference, "journey") is not { } journey)
            return null;
        if (journey.Id != check.Catalog.JourneyId)
            return journey;
        check.Add(new OwnJourney());
        return null;
    }
}
