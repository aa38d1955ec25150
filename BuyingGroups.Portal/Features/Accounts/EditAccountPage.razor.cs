using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Adds an account, or changes one.</summary>
public sealed partial class EditAccountPage : ComponentBase
{
    AccountDetails? details;
    IReadOnlyList<FormField>? fields;
    IReadOnlyList<Owner> owners = [];
    Dictionary<string, string?> values = [];
    IReadOnlyList<Refusal>? unread;
    long? parentId;
    string? parentName;
    string? sourceKey;
    int ownerId;

    /// <summary>The account; 0 for a new one.</summary>
    [Parameter] public long Id { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

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
            unread = answer.Refusals;
            if (!answer.Succeeded)
                return;
            details = answer.Value;
            customFields = details.CustomFields;
            (parentId, parentName) = (details.Account.ParentAccountId, details.Ancestors.Count == 0 ? null : details.Ancestors[0].Name);
            ownerId = details.Account.OwnerId ?? 0;
        }
        values = FormField.Values(details?.Account, AccountRules.Fields, details?.Account.FieldValues ?? [], customFields);
        fields = FormField.Of(AccountRules.Fields, customFields, T);
    }

    async Task<Outcome<long>> SaveAsync()
    {
        int? owner = ownerId == 0 ? null : ownerId;
        if (details is null)
            return (await Gateway.SendAsync(new CreateAccount(values, sourceKey, parentId, owner))).Then(created => created.Id);
        return (await Gateway.SendAsync(new EditAccount(Id, details.Account.Version, values, parentId, owner))).Then(edited => edited.Id);
    }
}
