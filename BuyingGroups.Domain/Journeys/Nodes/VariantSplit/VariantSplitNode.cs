using BuyingGroups.Domain.Journeys.Validation;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class VariantSplitNode
{
    private const int Whole = 100;
    private const int LeastPercent = 1;
    private const int MostPercent = 99;

    public static NodeKind Kind { get; } = new NodeKind<VariantSplitSettings>
    {
        Key = "variantSplit",
        Label = "Variant split",
        Help = "Divides accounts or people by percentage.",
        Section = NodeSection.Paths,
        Shape = new(HasNext: false, VariantSplitSettings.FewestPaths, VariantSplitSettings.MostPaths),
        New = () => new(SplitSubject.Accounts),
        Rules = Check,
    };

    private static void Check(VariantSplitSettings settings, NodeCheck check)
    {
        if (!Enum.IsDefined(settings.Subject))
            check.Add(new SubjectUnknown());
        var branches = check.Node.Paths.Where(path => path.Kind == PathKind.Branch).ToList();
        foreach (var path in branches.Where(path => path.Percent is not (>= LeastPercent and <= MostPercent)))
            check.Add(new PercentOutOfRange(LeastPercent, MostPercent), path);
        // Long, because what a document claims may be as large as a number can be.
        var sum = branches.Sum(path => (long)(path.Percent ?? 0));
        if (sum != Whole)
            check.Add(new PercentsDoNotSum(sum));
    }
}
