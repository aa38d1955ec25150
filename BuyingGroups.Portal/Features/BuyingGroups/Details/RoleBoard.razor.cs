using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups.Details;

/// <summary>The members as a board of roles.</summary>
public sealed partial class RoleBoard : ComponentBase
{
    /// <summary>Cards in a lane; the table shows the rest.</summary>
    public const int MostCards = 12;

    private IReadOnlyList<MemberRow>? members;
    private IReadOnlyList<SuggestionRow> suggestions = [];
    private IReadOnlyList<Refusal>? refusals;
    private int shown = -1;

    [Parameter, EditorRequired] public BuyingGroupDetails Group { get; set; } = null!;

    /// <summary>Rises with every change, so that the board reads again.</summary>
    [Parameter] public int Version { get; set; }

    [Parameter] public EventCallback<MemberChange> OnChange { get; set; }

    [Parameter] public EventCallback<SuggestionRow> OnDismiss { get; set; }

    /// <summary>Opens the assign dialog for a role.</summary>
    [Parameter] public EventCallback<int?> OnAssign { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private int? FirstSuggested => Group.Roles.FirstOrDefault(role => SuggestionsOf(role).Count > 0)?.RoleId;

    protected override Task OnParametersSetAsync()
    {
        if (shown == Version)
            return Task.CompletedTask;
        shown = Version;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        refusals = null;
        var read = new List<MemberRow>();
        if (Group.Members <= PageRequest.LargestSize)
        {
            await ReadAsync(null, PageRequest.LargestSize);
        }
        else
        {
            foreach (var role in Group.Roles.Where(role => role.Assigned > 0))
                await ReadAsync(role.RoleId, MostCards);
        }
        // In the language of the page: the reason is read on it.
        var language = new SentenceLanguage((text, arguments) => T[text, arguments], CultureInfo.CurrentCulture);
        var suggested = await Gateway.AskAsync(new FindSuggestions(Group.Id, new PageRequest(1, PageRequest.LargestSize), Language: language));
        suggestions = suggested.Value?.Rows ?? [];
        refusals ??= suggested.Succeeded ? null : suggested.Refusals;
        members = read;

        async Task ReadAsync(int? roleId, int size)
        {
            var answer = await Gateway.AskAsync(new FindMembers(Group.Id, new PageRequest(1, size), RoleId: roleId));
            if (answer.Succeeded)
                read.AddRange(answer.Value.Rows);
            else
                refusals = answer.Refusals;
        }
    }

    private IReadOnlyList<MemberRow> MembersOf(GroupRole role) => [.. members!.Where(member => member.RoleId == role.RoleId).Take(MostCards)];

    private IReadOnlyList<SuggestionRow> SuggestionsOf(GroupRole role) => [.. suggestions.Where(suggestion => suggestion.RoleId == role.RoleId)];
}
