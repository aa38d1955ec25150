using BuyingGroups.Domain.BuyingGroups;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class BuyingGroupStageNodes
{
    public static NodeKind Stage { get; } = new NodeKind<UpdateBuyingGroupStageSettings>
    {
        Key = "updateBuyingGroupStage",
        Label = "Update buying group stage",
        Help = "Moves the buying group to a stage, if its stage model allows the move.",
        Section = NodeSection.AccountActions,
        New = () => new(new JourneyReference(null), new JourneyReference(null)),
        Rules = (settings, check) =>
        {
            if (check.SolutionInterest(settings.SolutionInterest) is { } interest)
                check.Stage(settings.Stage, interest);
        },
        References = (settings, map) => new(
            map(ReferenceKind.SolutionInterest, settings.SolutionInterest), map(ReferenceKind.Stage, settings.Stage, settings.SolutionInterest)),
    };

    public static NodeKind Status { get; } = new NodeKind<UpdateBuyingGroupStatusSettings>
    {
        Key = "updateBuyingGroupStatus",
        Label = "Update buying group status",
        Help = "Sets the status text of the buying group.",
        Section = NodeSection.AccountActions,
        New = () => new(new JourneyReference(null), ""),
        Rules = (settings, check) =>
        {
            check.SolutionInterest(settings.SolutionInterest);
            check.Text("The status", settings.Status, BuyingGroup.StatusMaxLength, isRequired: false);
        },
        References = (settings, map) => settings with { SolutionInterest = map(ReferenceKind.SolutionInterest, settings.SolutionInterest) },
    };
}
