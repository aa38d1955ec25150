using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Adds an account, or changes one. What was typed stays when saving is refused.</summary>
public sealed partial class EditAccountPage : ComponentBase
{
    AccountDetails? details;
    IReadOnlyList<FormField>? fields;
    IReadOnlyList<Owner> owners = [];
    Dictionary<string, string?> values = [];
    IReadOnlyList<Refusal>? refusals;
    long? parentId;
    string? parentName;
    string? sourceKey;
    int ownerId;
    bool dirty;
    bool saving;

    /// <summary>The account; 0 for a new one.</summary>
    [Parameter] public long Id { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    string Title => Id == 0 ? T["Add account"] : T["Edit {0}", details?.Account.Name ?? "…"];

    protected override Task OnInitializedAsync() => LoadAsync();

    async Task LoadAsync()
    {
        owners = (await Gateway.AskAsync(new FindOwners())).Value?.List ?? [];
        IReadOnlyList<CustomField> customFields;
        if (Id == 0)
        {
            customFields = (await Gateway.AskAsync(new FindCustomFields(CustomFieldTarget.Account))).Value?.Fields ?? [];
        }
        else
        {
            var answer = await Gateway.AskAsync(new GetAccount(Id));
            refusals = answer.Refusals;
            if (!answer.Succeeded)
                return;
            details = answer.Value;
            customFields = details.CustomFields;
            (parentId, parentName) = (details.Account.ParentAccountId, details.Ancestors.Count == 0 ? null : details.Ancestors[0].Name);
            ownerId = details.Account.OwnerId ?? 0;
        }
        values = FormField.Values(details?.Account, AccountRules.Fields, details?.Account.FieldValues ?? [], customFields);
        fields = FormField.Of(AccountRules.Fields, customFields, T);
        dirty = false;
    }

    async Task SaveAsync()
    {
        if (saving || fields is null)
            return;
        saving = true;
        int? owner = ownerId == 0 ? null : ownerId;
        long saved;
        if (details is null)
        {
            var created = await Gateway.SendAsync(new CreateAccount(values, sourceKey, parentId, owner));
            (refusals, saved) = (created.Refusals, created.Value?.Id ?? 0);
        }
        else
        {
            var edited = await Gateway.SendAsync(new EditAccount(Id, details.Account.Version, values, parentId, owner));
            (refusals, saved) = (edited.Refusals, edited.Value?.Id ?? 0);
        }
        saving = false;
        if (refusals.Count > 0)
            return;
        dirty = false;
        Navigation.NavigateTo($"/accounts/{saved}");
    }

    async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (dirty && !await Confirmation.AskAsync(T["Leave without saving?"], T["What you typed is not saved yet and would be lost."], T["Leave"]))
            leaving.PreventNavigation();
    }
}
