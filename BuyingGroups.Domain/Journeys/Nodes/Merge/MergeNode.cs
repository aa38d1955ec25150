namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class MergeNode
{
    public static NodeKind Kind { get; } = new NodeKind<MergeSettings>
    {
        Key = "merge",
        Label = "Merge paths",
        Help = "Joins paths of splits, so that accounts go on together.",
        Section = NodeSection.Paths,
        New = () => new(),
    };
}
