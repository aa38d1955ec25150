using System.Globalization;
using System.Linq.Expressions;
using BuyingGroups.Domain.CustomFields;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>Makes attributes of <typeparamref name="T"/>, one line each.</summary>
/// <typeparam name="T">The entity.</typeparam>
internal static class AttributeFactory<T>
{
    public static ConditionAttribute<T> Text(
        string section, string key, string label, Expression<Func<T, string?>> normalized, Expression<Func<T, string?>>? written = null) =>
        new ColumnAttribute<T, string?>(normalized) { Section = section, Key = key, Label = label, Kind = AttributeKind.Text, Written = written };

    public static ConditionAttribute<T> Number<TValue>(string section, string key, string label, Expression<Func<T, TValue>> value) =>
        new ColumnAttribute<T, TValue>(value) { Section = section, Key = key, Label = label, Kind = AttributeKind.Number };

    public static ConditionAttribute<T> Date<TValue>(string section, string key, string label, Expression<Func<T, TValue>> value) =>
        new ColumnAttribute<T, TValue>(value) { Section = section, Key = key, Label = label, Kind = AttributeKind.Date };

    public static ConditionAttribute<T> Boolean(string section, string key, string label, Expression<Func<T, bool>> value) =>
        new ColumnAttribute<T, bool>(value) { Section = section, Key = key, Label = label, Kind = AttributeKind.Boolean };

    /// <summary>An attribute that holds the id of one of <paramref name="options"/>.</summary>
    public static ConditionAttribute<T> Reference<TValue>(
        string section, string key, string label, Expression<Func<T, TValue>> id, IReadOnlyList<NamedReference> options) =>
        new ColumnAttribute<T, TValue>(id) { Section = section, Key = key, Label = label, Kind = AttributeKind.Choice, Options = Of(options) };

    /// <summary>The attribute of a custom field; its key is "custom:" and the field's id, so that renaming keeps conditions.</summary>
    public static ConditionAttribute<T> Custom<TRow>(CustomField field, Expression<Func<T, ICollection<TRow>>> rows)
        where TRow : FieldValue
    {
        var id = field.Id;
        Expression<Func<TRow, bool>> ofField = row => row.FieldId == id;
        ConditionAttribute<T> Rows<TValue>(AttributeKind kind, Expression<Func<TRow, TValue>> value, params IReadOnlyList<AttributeOption> options) =>
            new RowsAttribute<T, TRow, TValue>(rows, ofField, value)
            {
                Section = "Custom fields",
                Key = ConditionCatalog.CustomFieldKey(id),
                Label = field.Name,
                LabelIsName = true,
                Kind = kind,
                Options = options,
                Written = kind == AttributeKind.Text ? row => row.Text : null,
            };
        return field.Kind switch
        {
            CustomFieldKind.Number => Rows(AttributeKind.Number, row => row.Number),
            CustomFieldKind.Date => Rows(AttributeKind.Date, row => row.Date),
            CustomFieldKind.Boolean => Rows(AttributeKind.Boolean, row => row.Boolean),
            CustomFieldKind.Choice => Rows(AttributeKind.Choice, row => row.NormalizedTextValue, [.. field.Choices.Select(choice => new AttributeOption(choice, choice))]),
            _ => Rows(AttributeKind.Text, row => row.NormalizedTextValue),
        };
    }

    public static IReadOnlyList<AttributeOption> Of(IReadOnlyList<NamedReference> references) =>
        [.. references.Select(reference => new AttributeOption(reference.Id.ToString(CultureInfo.InvariantCulture), reference.Name))];
}
