using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Adds a person, or changes one.</summary>
public sealed partial class EditPersonPage : ComponentBase
{
    PersonDetails? details;
    IReadOnlyList<FormField>? fields;
    Dictionary<string, string?> values = [];
    IReadOnlyList<Refusal>? unread;
    long? accountId;
    string? accountName;
    string? sourceKey;
    string roles = "";

    /// <summary>The person; 0 for a new one.</summary>
    [Parameter] public long Id { get; set; }

    /// <summary>The account to begin with, for "Add person" on an account's page.</summary>
    [SupplyParameterFromQuery(Name = "account")] public long? StartAccount { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

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
            unread = answer.Refusals;
            if (!answer.Succeeded)
                return;
            details = answer.Value;
            customFields = details.CustomFields;
            roles = string.Join(", ", details.Person.RolesInAccount.OrderBy(role => role.NormalizedName, StringComparer.Ordinal).Select(role => role.Name));
        }
        values = FormField.Values(details?.Person, PersonRules.Fields, details?.Person.FieldValues ?? [], customFields);
        fields = FormField.Of(PersonRules.Fields, customFields, T);
    }

    async Task<Outcome<long>> SaveAsync()
    {
        if (details is null)
            return (await Gateway.SendAsync(new CreatePerson(accountId ?? 0, values, roles.Split(','), sourceKey))).Then(created => created.Id);
        return (await Gateway.SendAsync(new EditPerson(Id, details.Person.Version, values, roles.Split(',')))).Then(edited => edited.Id);
    }
}
