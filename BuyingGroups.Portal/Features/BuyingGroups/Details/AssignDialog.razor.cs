using System.Globalization;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups.Details;

/// <summary>Chooses people of the account and a role for each, shows what it does to completeness, and assigns them.</summary>
public sealed partial class AssignDialog : ComponentBase
{
    private const int PageSize = 25;

    // Roles chosen so far, by person; kept from page to page and search to search. 0 while none is chosen.
    private readonly Dictionary<long, int> chosen = [];
    private ModalDialog? dialog;
    private PageOf<AssignablePerson>? page;
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<Refusal>? problems;
    private string search = "";
    private bool suggestedOnly;
    private bool loading;
    private bool saving;
    private int number = 1;
    private int? wantedRole;

    [Parameter, EditorRequired] public BuyingGroupDetails Group { get; set; } = null!;

    /// <summary>What became of each person. The dialog has closed.</summary>
    [Parameter] public EventCallback<MemberResults> OnAssigned { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private PageRequest Request => new(number, PageSize);

    private IEnumerable<GroupRole> Assignable => Group.Roles.Where(role => role.Weighting is not null);

    private int Undecided => chosen.Count(one => one.Value == 0);

    /// <summary>Completeness as it would be.</summary>
    private int After
    {
        get
        {
            var assigned = Group.Roles.ToDictionary(role => role.RoleId, role => role.Assigned);
            foreach (var (_, role) in chosen.Where(one => one.Value != 0))
                assigned[role] = assigned.GetValueOrDefault(role) + 1;
            return Completeness.Of(
                Assignable.Select(role => new RoleCard { RoleId = role.RoleId, RequiredForCompleteness = role.IsRequired, MembersRequired = role.Required }), assigned);
        }
    }

    private IEnumerable<string> Surpluses =>
        from role in Assignable
        where role.IsRequired
        let adding = chosen.Count(one => one.Value == role.RoleId)
        let needed = Math.Max(0, role.Required - role.Assigned)
        where adding > needed
        select (string)T["{0} needs {1}; you are adding {2}.", GroupWords.Role(T, role.Name), needed, adding];

    /// <summary>Opens it, for one role when the user began at an empty place.</summary>
    public async Task OpenAsync(int? roleId)
    {
        chosen.Clear();
        (page, problems, refusals, search, suggestedOnly, number, wantedRole) = (null, null, null, "", false, 1, roleId);
        StateHasChanged();
        await dialog!.OpenAsync();
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        loading = true;
        var language = new SentenceLanguage((text, arguments) => T[text, arguments], CultureInfo.CurrentCulture);
        var answer = await Gateway.AskAsync(new FindAssignablePeople(Group.Id, Request, search, suggestedOnly, language));
        (page, refusals, loading) = (answer.Value ?? page, answer.Succeeded ? null : answer.Refusals, false);
    }

    private Task SearchAsync(string text)
    {
        (search, number) = (text, 1);
        return LoadAsync();
    }

    private Task SuggestedAsync(ChangeEventArgs e)
    {
        (suggestedOnly, number) = (e.Value is true, 1);
        return LoadAsync();
    }

    private Task TurnAsync(int by)
    {
        number += by;
        return LoadAsync();
    }

    /// <summary>The role chosen; before that the one asked for, or the one that fits.</summary>
    private int RoleOf(AssignablePerson person) => chosen.TryGetValue(person.PersonId, out var role) ? role : wantedRole ?? person.SuggestedRoleId ?? 0;

    private void Choose(AssignablePerson person, bool on)
    {
        problems = null;
        if (!on)
            chosen.Remove(person.PersonId);
        else if (chosen.Count < MemberChange.MostAtOnce)
            chosen[person.PersonId] = RoleOf(person);
    }

    /// <summary>Who gets a role is meant to be assigned.</summary>
    private void ChooseRole(AssignablePerson person, string? roleId)
    {
        problems = null;
        if (chosen.Count < MemberChange.MostAtOnce || chosen.ContainsKey(person.PersonId))
            chosen[person.PersonId] = int.TryParse(roleId, CultureInfo.InvariantCulture, out var role) ? role : 0;
    }

    private async Task AssignAsync()
    {
        if (saving)
            return;
        saving = true;
        var answer = await Gateway.SendAsync(new AssignMembers(Group.Id, [.. chosen.Select(one => new MemberAssignment(one.Key, one.Value))]));
        (saving, problems) = (false, answer.Succeeded ? null : answer.Refusals);
        if (!answer.Succeeded)
            return;
        await dialog!.CloseAsync();
        await OnAssigned.InvokeAsync(answer.Value);
    }

    private void Closed() => chosen.Clear();
}
