using BuyingGroups.Domain.Journeys.Waiting;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class WaitNode
{
    public static NodeKind Kind { get; } = new NodeKind<WaitSettings>
    {
        Key = "wait",
        Label = "Wait",
        Help = "Keeps the account for a time, or until a date.",
        Section = NodeSection.Waiting,
        New = () => new(new WaitRule(new WaitDuration(1, WaitUnit.Days), null, null)),
        Rules = (settings, check) => check.Wait(settings.Until),
    };
}
