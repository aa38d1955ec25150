using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Records;

namespace BuyingGroups.Portal.Features.Export;

/// <summary>Fields of accounts and people as cells; the file can be imported again as it is.</summary>
internal static class CsvRecords
{
    public static CsvCell CellOf<T>(RecordField<T> field, T record) => new(field.Read(record), field.Kind != AttributeKind.Text);

    public static CsvCell CellOf(CustomField field, IEnumerable<FieldValue> values) =>
        new(CustomFieldRules.Read(field, values.FirstOrDefault(v => v.FieldId == field.Id)), field.Kind is not (CustomFieldKind.Text or CustomFieldKind.Choice));
}
