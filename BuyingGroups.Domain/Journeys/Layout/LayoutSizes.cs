namespace BuyingGroups.Domain.Journeys.Layout;

/// <summary>The distances of the drawing, in pixels at 100 %.</summary>
internal static class LayoutSizes
{
    /// <summary>Around the whole drawing.</summary>
    public const double Margin = 24;

    /// <summary>Between a node and the one under it: room for a "+".</summary>
    public const double Gap = 40;

    /// <summary>Between a node and where its paths part.</summary>
    public const double Fork = 16;

    /// <summary>From where paths part to the middle of their labels.</summary>
    public const double LabelDown = 20;

    /// <summary>From where paths part to the middle of their "+".</summary>
    public const double PlusDown = 50;

    /// <summary>From where paths part to the next node.</summary>
    public const double BranchDown = 72;

    /// <summary>From where joining lines meet to the node that joins them.</summary>
    public const double JoinUp = 24;

    /// <summary>Between paths side by side.</summary>
    public const double Between = 20;

    /// <summary>Least width of a path with a label.</summary>
    public const double LaneWidth = 160;

    /// <summary>From the last "+" to the middle of the mark of an end.</summary>
    public const double EndDown = 34;

    /// <summary>Height that the mark of an end takes.</summary>
    public const double EndHeight = 28;

    /// <summary>Around a split of people and what lies in it.</summary>
    public const double RegionPadding = 12;

    /// <summary>Above a split of people, for the caption of its box.</summary>
    public const double RegionCaption = 22;

    /// <summary>Width of the merge of a split of people.</summary>
    public const double PeopleMergeWidth = 120;

    /// <summary>Height of the merge of a split of people.</summary>
    public const double PeopleMergeHeight = 28;
}
