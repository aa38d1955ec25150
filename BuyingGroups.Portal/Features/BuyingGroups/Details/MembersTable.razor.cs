using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups.Details;

/// <summary>The members as a table, for many at once.</summary>
public sealed partial class MembersTable : ListPage
{
    private const string RoleKey = "role";

    private readonly Dictionary<long, string> names = [];
    private PagedGrid<MemberRow>? grid;
    private IReadOnlySet<object> selected = new HashSet<object>();
    private int newRole;

    [Parameter, EditorRequired] public BuyingGroupDetails Group { get; set; } = null!;

    [Parameter] public EventCallback<MemberChange> OnChange { get; set; }

    [Parameter] public EventCallback<int?> OnAssign { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private bool MayEdit => User.May(Permissions.BuyingGroupsEditMembers);

    private bool TooMany => selected.Count > MemberChange.MostAtOnce;

    /// <summary>Reads the page again after a change; who was selected may be gone.</summary>
    public async Task ReloadAsync()
    {
        Clear();
        if (grid is not null)
            await grid.ReloadAsync();
    }

    private void Clear() => selected = new HashSet<object>();

    private async Task<PageOf<MemberRow>> LoadAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindMembers(Group.Id, state.Request, state.Search, state.FilterNumber(RoleKey)), cancellation)).Demand();

    private void Loaded(PageOf<MemberRow> page)
    {
        foreach (var member in page.Rows)
            names[member.PersonId] = member.Person;
        StateHasChanged();
    }

    private Task ChangeAsync(MemberEdit edit, int roleId)
    {
        IReadOnlyList<long> people = [.. selected.Cast<long>()];
        return OnChange.InvokeAsync(new MemberChange(edit, people, names.GetValueOrDefault(people[0], ""), roleId));
    }
}
