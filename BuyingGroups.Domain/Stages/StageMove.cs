namespace BuyingGroups.Domain.Stages;

/// <summary>What becomes of a request to move a group to a stage. The numbers are those of the SQL twin in db/Data/Stages.</summary>
public enum StageMoveVerdict
{
    /// <summary>It stands there already: nothing to do.</summary>
    Unchanged = 0,

    /// <summary>The move is allowed.</summary>
    Applied = 1,

    /// <summary>The group's solution interest has no stage model.</summary>
    NoStageModel = 2,

    /// <summary>The stage is not one of the group's model.</summary>
    NotInModel = 3,

    /// <summary>A group without a stage starts at an entry stage.</summary>
    NotAnEntryStage = 4,

    /// <summary>The model has no transition from the one to the other.</summary>
    NoTransition = 5,
}

/// <summary>Which moves a stage model allows (product.md § 7).</summary>
public static class StageMove
{
    /// <summary>What becomes of a move.</summary>
    /// <param name="from">Id of the stage the group stands at; null when it has none.</param>
    /// <param name="to">Id of the stage asked for.</param>
    /// <param name="model">The model of the group's solution interest; null when it has none.</param>
    public static StageMoveVerdict Decide(int? from, int to, StageModel? model)
    {
        if (model is null)
            return StageMoveVerdict.NoStageModel;
        if (model.Stages.FirstOrDefault(stage => stage.Id == to) is not { } target)
            return StageMoveVerdict.NotInModel;
        if (from == to)
            return StageMoveVerdict.Unchanged;
        // A stage of another model is no place in this one: the group starts anew.
        if (model.Stages.All(stage => stage.Id != from))
            return target.Kind == StageKind.Entry ? StageMoveVerdict.Applied : StageMoveVerdict.NotAnEntryStage;
        return model.Transitions.Any(transition => transition.FromStageId == from && transition.ToStageId == to)
            ? StageMoveVerdict.Applied
            : StageMoveVerdict.NoTransition;
    }
}
