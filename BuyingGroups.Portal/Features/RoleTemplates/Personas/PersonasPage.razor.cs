using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.RoleTemplates.Personas;

/// <summary>The personas of the portal.</summary>
public sealed partial class PersonasPage : ComponentBase
{
    private IReadOnlyList<Persona> personas = [];
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<Refusal>? formRefusals;
    private ConditionSentence? sentence;
    private Edit? editing;

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    private bool MayEdit => User.May(Permissions.ConfigurationManage);

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new FindPersonas());
        var catalog = await Gateway.AskAsync(new ReadConditionCatalog());
        personas = found.Value ?? [];
        if (catalog.Succeeded)
            sentence = new ConditionSentence(catalog.Value, new SentenceLanguage((text, arguments) => T[text, arguments], CultureInfo.CurrentCulture));
        if (!found.Succeeded)
            refusals = found.Refusals;
    }

    private string Sentence(Persona persona) => sentence?.Of(persona.Condition, ConditionScope.Person) ?? "";

    private void Open(Persona? persona)
    {
        formRefusals = null;
        editing = new Edit
        {
            Id = persona?.Id,
            Name = persona?.Name ?? "",
            Version = persona?.Version ?? 0,
            Condition = persona?.Condition ?? new ConditionGroup(MatchKind.Any, []),
        };
    }

    private async Task SaveAsync()
    {
        var saved = await Gateway.SendAsync(new SavePersona(editing!.Id, editing.Name, editing.Condition, editing.Version));
        formRefusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        editing = null;
        await LoadAsync();
    }

    private async Task DeleteAsync(Persona persona)
    {
        if (!await Confirmation.AskAsync(T["Delete the persona “{0}”?", persona.Name], T["It can be deleted only while no condition names it. This cannot be undone."], T["Delete persona"]))
            return;
        refusals = (await Gateway.SendAsync(new DeletePersona(persona.Id))).Refusals;
        await LoadAsync();
    }

    private sealed class Edit
    {
        public int? Id { get; init; }

        public string Name { get; set; } = "";

        public Condition Condition { get; set; } = null!;

        public int Version { get; init; }
    }
}
