using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Adds a person, or changes one. What was typed stays when saving is refused.</summary>
public sealed partial class EditPersonPage : ComponentBase
{
    PersonDetails? details;
    IReadOnlyList<FormField>? fields;
    Dictionary<string, string?> values = [];
    IReadOnlyList<Refusal>? refusals;
    long? accountId;
    string? accountName;
    string? sourceKey;
    string roles = "";
    bool dirty;
    bool saving;

    /// <summary>The person; 0 for a new one.</summary>
    [Parameter] public long Id { get; set; }

    /// <summary>The account to begin with, for "Add person" on an account's page.</summary>
    [SupplyParameterFromQuery(Name = "account")] public long? StartAccount { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    string Title => Id == 0 ? T["Add person"] : T["Edit {0}", details?.Person.DisplayName ?? "…"];

    protected override async Task OnInitializedAsync()
    {
        if (Id == 0 && StartAccount is { } start && (await Gateway.AskAsync(new GetAccountName(start))).Value is { } account)
            (accountId, accountName) = (account.Id, account.Name);
        await LoadAsync();
    }

    async Task LoadAsync()
    {
        IReadOnlyList<CustomField> customFields;
        if (Id == 0)
        {
            customFields = (await Gateway.AskAsync(new FindCustomFields(CustomFieldTarget.Person))).Value?.Fields ?? [];
        }
        else
        {
            var answer = await Gateway.AskAsync(new GetPerson(Id));
            refusals = answer.Refusals;
            if (!answer.Succeeded)
                return;
            details = answer.Value;
            customFields = details.CustomFields;
            roles = string.Join(", ", details.Person.RolesInAccount.OrderBy(role => role.NormalizedName, StringComparer.Ordinal).Select(role => role.Name));
        }
        values = FormField.Values(details?.Person, PersonRules.Fields, details?.Person.FieldValues ?? [], customFields);
        fields = FormField.Of(PersonRules.Fields, customFields, T);
        dirty = false;
    }

    async Task SaveAsync()
    {
        if (saving || fields is null)
            return;
        saving = true;
        long saved;
        if (details is null)
        {
            var created = await Gateway.SendAsync(new CreatePerson(accountId ?? 0, values, roles.Split(','), sourceKey));
            (refusals, saved) = (created.Refusals, created.Value?.Id ?? 0);
        }
        else
        {
            var edited = await Gateway.SendAsync(new EditPerson(Id, details.Person.Version, values, roles.Split(',')));
            (refusals, saved) = (edited.Refusals, edited.Value?.Id ?? 0);
        }
        saving = false;
        if (refusals.Count > 0)
            return;
        dirty = false;
        Navigation.NavigateTo($"/people/{saved}");
    }

    async Task AskBeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (dirty && !await Confirmation.AskAsync(T["Leave without saving?"], T["What you typed is not saved yet and would be lost."], T["Leave"]))
            leaving.PreventNavigation();
    }
}
