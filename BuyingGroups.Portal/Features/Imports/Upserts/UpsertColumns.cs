using BuyingGroups.Domain;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Running;

namespace BuyingGroups.Portal.Features.Imports.Upserts;

/// <summary>The columns that the rows of a call have between them, as a mapping of an import would have them.</summary>
internal sealed class UpsertColumns
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, CustomField> _byName;

    /// <param name="shape">What every row must have.</param>
    /// <param name="keys">The fields there are.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="customFields">The custom fields there are, by normalized name.</param>
    public UpsertColumns(RecordShape shape, IReadOnlyList<string> keys, IReadOnlyList<UpsertRow> rows, IReadOnlyDictionary<string, CustomField> customFields)
    {
        _byName = customFields;
        Add(TargetKeys.SourceKey);
        Add(shape.RequiredField);
        if (shape.HasAccount)
            Add(TargetKeys.Account);
        foreach (var key in keys.Where(key => rows.Any(r => r.Fields.ContainsKey(key))))
            Add(key);
        if (rows.Any(r => r.Roles is not null))
            Add(TargetKeys.RolesInAccount);
        CustomFields = [.. rows.Where(r => r.CustomFields is not null).SelectMany(r => r.CustomFields!.Keys).Select(Find).OfType<CustomField>().DistinctBy(f => f.Id)];
        foreach (var field in CustomFields)
            Add(TargetKeys.Custom(field.Id));
        Mapping = new MappingChoice([.. _columns.OrderBy(c => c.Value).Select(c => new ColumnMapping(c.Key, c.Key))], []);
    }

    public MappingChoice Mapping { get; }

    /// <summary>The custom fields that some row names.</summary>
    public IReadOnlyList<CustomField> CustomFields { get; }

    /// <summary>The custom field of this name, or null.</summary>
    public CustomField? Find(string name) => _byName.GetValueOrDefault(NormalizedText.Required(name));

    /// <summary>The row's values in the order of the columns: null where it says nothing, empty where it empties.</summary>
    public string?[] Cells(UpsertRow row)
    {
        var cells = new string?[_columns.Count];
        foreach (var (key, value) in row.Fields)
        {
            if (_columns.TryGetValue(key, out var column))
                cells[column] = value ?? "";
        }
        foreach (var (name, value) in row.CustomFields ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            if (Find(name) is { } field)
                cells[_columns[TargetKeys.Custom(field.Id)]] = value ?? "";
        }
        return cells;
    }

    private void Add(string key) => _columns.TryAdd(key, _columns.Count);
}
