using BuyingGroups.Domain.Opportunities;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>The fields of an opportunity that come in from outside. Whoever says won says closed too, and whoever opens again takes won back.</summary>
public static class OpportunityFields
{
    public const string Closed = "isClosed";
    public const string Won = "isWon";

    public static IReadOnlyList<ImportField<Opportunity>> All { get; } =
    [
        Text(TargetKeys.Name, "Name", o => o.Name, (o, v) => o.Name = v ?? ""),
        Text("stage", "Stage", o => o.Stage, (o, v) => o.Stage = v),
        new ValueField<Opportunity, decimal>("amount", "Amount", FieldForm.Number, CellReaders.Amount, o => o.Amount, (o, v) => o.Amount = v),
        new ValueField<Opportunity, DateOnly>("expectedClose", "Expected close", FieldForm.Date, CellReaders.Date, o => o.ExpectedClose, (o, v) => o.ExpectedClose = v),
        YesOrNo(Closed, "Closed", o => o.IsClosed, (o, v) => o.IsClosed = v),
        YesOrNo(Won, "Won", o => o.IsWon, (o, v) => o.IsWon = v),
    ];

    private static TextField<Opportunity> Text(string key, string label, Func<Opportunity, string?> get, Action<Opportunity, string?> set) =>
        new(key, label, Opportunity.TextMaxLength, get, set);

    private static ValueField<Opportunity, bool> YesOrNo(string key, string label, Func<Opportunity, bool> get, Action<Opportunity, bool> set) =>
        new(key, label, FieldForm.YesOrNo, CellReaders.YesOrNo, o => get(o), (o, v) => set(o, v ?? false));
}
