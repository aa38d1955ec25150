using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Chooses one account by typing a part of its name.</summary>
public sealed partial class AccountPicker : ComponentBase
{
    readonly string labelId = $"account-{Guid.NewGuid():N}";
    IReadOnlyList<AccountRow> found = [];
    string text = "";
    bool searched;

    /// <summary>The chosen account's id.</summary>
    [Parameter] public long? Value { get; set; }

    [Parameter] public EventCallback<long?> ValueChanged { get; set; }

    /// <summary>The chosen account's name.</summary>
    [Parameter] public string? Name { get; set; }

    [Parameter] public EventCallback<string?> NameChanged { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public bool Required { get; set; }

    /// <summary>An account that is not offered: the one being edited.</summary>
    [Parameter] public long? Without { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

    async Task FindAsync(string? typed)
    {
        var asked = text = typed ?? "";
        if (string.IsNullOrWhiteSpace(asked))
        {
            (found, searched) = ([], false);
            return;
        }
        var answer = await Gateway.AskAsync(new FindAccounts(new AccountFilter { Search = asked }, new PageRequest(1, 8)));
        if (answer.Succeeded && string.Equals(asked, text, StringComparison.Ordinal))
            (found, searched) = ([.. answer.Value.Rows.Where(row => row.Id != Without)], true);
    }

    async Task ChooseAsync(AccountRow account)
    {
        (found, text, searched) = ([], "", false);
        (Value, Name) = (account.Id, account.Name);
        await NameChanged.InvokeAsync(account.Name);
        await ValueChanged.InvokeAsync(account.Id);
    }

    async Task ClearAsync()
    {
        (Value, Name) = (null, null);
        await NameChanged.InvokeAsync(null);
        await ValueChanged.InvokeAsync(null);
    }
}
