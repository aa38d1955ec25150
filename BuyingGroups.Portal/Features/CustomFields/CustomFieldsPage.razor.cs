using System.Globalization;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.CustomFields;

/// <summary>Where an admin declares, renames, extends and deletes custom fields.</summary>
public sealed partial class CustomFieldsPage : ComponentBase
{
    IReadOnlyList<CustomField>? fields;
    IReadOnlyList<Refusal>? refusals;
    CustomFieldTarget target = CustomFieldTarget.Account;
    CustomFieldKind kind = CustomFieldKind.Text;
    string name = "";
    string choices = "";
    CustomField? editing;
    string newName = "";
    string moreChoices = "";

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new FindCustomFields());
        (fields, refusals) = (found.Value?.Fields ?? [], found.Refusals);
    }

    async Task DeclareAsync()
    {
        var declared = await Gateway.SendAsync(new DeclareCustomField(target, kind, name, Lines(choices)));
        if (!await DoneAsync(declared.Refusals))
            return;
        (name, choices) = ("", "");
    }

    void Edit(CustomField field) => (editing, newName, moreChoices, refusals) = (field, field.Name, "", null);

    async Task SaveAsync()
    {
        var field = editing!;
        var version = field.Version;
        if (!string.Equals(field.Name, newName.Trim(), StringComparison.Ordinal))
        {
            var renamed = await Gateway.SendAsync(new RenameCustomField(field.Id, version, newName));
            if (!await DoneAsync(renamed.Refusals))
                return;
            version++;
        }
        if (Lines(moreChoices) is { Length: > 0 } more && !await DoneAsync((await Gateway.SendAsync(new AddChoices(field.Id, version, more))).Refusals))
            return;
        editing = null;
    }

    async Task DeleteAsync(CustomField field)
    {
        if (!await Confirmation.AskAsync(T["Delete {0}?", field.Name], T["A field that conditions use stays."], T["Delete field"]))
            return;
        var deleted = await Gateway.SendAsync(new DeleteCustomField(field.Id));
        if (deleted.Refusal is CustomFieldHasValues { Records: var records }
            && await Confirmation.AskAsync(
                T["Delete its values too?"], T["{0} has a value in {1} records. They cannot be brought back.", field.Name, records.ToString("N0", CultureInfo.CurrentCulture)], T["Delete field and values"]))
        {
            deleted = await Gateway.SendAsync(new DeleteCustomField(field.Id, WithValues: true));
        }
        await DoneAsync(deleted.Refusal is CustomFieldHasValues ? [] : deleted.Refusals);
    }

    async Task<bool> DoneAsync(IReadOnlyList<Refusal> reasons)
    {
        if (reasons.Count == 0)
            await LoadAsync();
        refusals = reasons;
        return reasons.Count == 0;
    }

    string KindName(CustomFieldKind of) => of switch
    {
        CustomFieldKind.Number => T["Number"],
        CustomFieldKind.Date => T["Date"],
        CustomFieldKind.Boolean => T["Yes or no"],
        CustomFieldKind.Choice => T["Choice"],
        _ => T["Text"],
    };

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
