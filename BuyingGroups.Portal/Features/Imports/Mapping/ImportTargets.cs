using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.CustomFields;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>Everything a column of a file can go to, in the order lists show it.</summary>
public static class ImportTargets
{
    public static IReadOnlyList<ImportTarget> Of(ImportKind kind, IReadOnlyList<CustomField> customFields)
    {
        List<ImportTarget> targets = [new(TargetKeys.SourceKey, "Source key", FieldForm.Text)];
        if (kind == ImportKind.Accounts)
        {
            targets.AddRange(AccountFields.All.Select(f => new ImportTarget(f.Key, f.Label, f.Form, f.Key == TargetKeys.Name)));
            targets.Add(new ImportTarget(TargetKeys.CityAndState, "Billing city and state, split at the comma", FieldForm.Text));
        }
        else
        {
            targets.Add(new ImportTarget(TargetKeys.Account, "Account, by its source key", FieldForm.Text, IsRequired: true));
            targets.AddRange(PersonFields.All.Select(f => new ImportTarget(f.Key, f.Label, f.Form, f.Key == TargetKeys.Email)));
            targets.Add(new ImportTarget(TargetKeys.FullName, "First and last name, split", FieldForm.Text));
            targets.Add(new ImportTarget(TargetKeys.CityAndState, "City and state, split at the comma", FieldForm.Text));
            targets.Add(new ImportTarget(TargetKeys.RolesInAccount, "Roles in the account", FieldForm.Text));
        }
        var wanted = kind == ImportKind.Accounts ? CustomFieldTarget.Account : CustomFieldTarget.Person;
        targets.AddRange(customFields.Where(f => f.Target == wanted).OrderBy(f => f.NormalizedName, StringComparer.Ordinal)
            .Select(f => new ImportTarget(TargetKeys.Custom(f.Id), f.Name, FormOf(f.Kind))));
        return targets;
    }

    public static FieldForm FormOf(CustomFieldKind kind) => kind switch
    {
        CustomFieldKind.Number => FieldForm.Number,
        CustomFieldKind.Date => FieldForm.Date,
        CustomFieldKind.Boolean => FieldForm.YesOrNo,
        CustomFieldKind.Choice => FieldForm.Choice,
        _ => FieldForm.Text,
    };
}
