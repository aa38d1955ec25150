using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.RoleTemplates;
using BuyingGroups.Portal.Features.Stages;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.SolutionInterests;

/// <summary>What is sold, and from which template its groups are made.</summary>
public sealed partial class SolutionInterestsPage : ListPage
{
    private readonly Form form = new();
    private PagedGrid<SolutionInterestRow>? grid;
    private ModalDialog? dialog;
    private SolutionInterestRow? editing;
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<Refusal>? formRefusals;
    private IReadOnlyList<RoleTemplateRow> templates = [];
    private IReadOnlyList<StageModelRow> models = [];

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    private async Task<PageOf<SolutionInterestRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindSolutionInterests(state.Request, state.Search), cancellationToken)).Demand();

    private async Task OpenAsync(SolutionInterestRow? row)
    {
        (editing, formRefusals) = (row, null);
        (form.Name, form.Description, form.RoleTemplateId, form.StageModelId, form.UpdateExisting) =
            (row?.Name ?? "", row?.Description, row?.RoleTemplateId ?? 0, row?.StageModelId ?? 0, row?.UpdateExistingBuyingGroups ?? true);
        var found = await Gateway.AskAsync(new FindRoleTemplates(new PageRequest(Size: PageRequest.LargestSize), Status: PublicationStatus.Live));
        (templates, formRefusals) = (found.Value?.Rows ?? [], found.Refusals);
        models = (await Gateway.AskAsync(new FindStageModels(new PageRequest(Size: PageRequest.LargestSize), PublicationStatus.Live))).Value?.Rows ?? [];
        await dialog!.OpenAsync();
    }

    private async Task SaveAsync()
    {
        var saved = await Gateway.SendAsync(new SaveSolutionInterest(
            editing?.Id, form.Name, form.Description, form.RoleTemplateId, UpdateExistingBuyingGroups: form.UpdateExisting, Version: editing?.Version ?? 0)
        { StageModelId = form.StageModelId == 0 ? null : form.StageModelId });
        formRefusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        await dialog!.CloseAsync();
        await grid!.ReloadAsync();
    }

    private async Task DeleteAsync(SolutionInterestRow row)
    {
        if (!await Confirmation.AskAsync(T["Delete “{0}”?", row.Name], T["It can be deleted only while no job, buying group or condition uses it. This cannot be undone."], T["Delete solution interest"]))
            return;
        refusals = (await Gateway.SendAsync(new DeleteSolutionInterest(row.Id))).Refusals;
        await grid!.ReloadAsync();
    }

    private sealed class Form
    {
        public string Name { get; set; } = "";

        public string? Description { get; set; }

        public int RoleTemplateId { get; set; }

        public int StageModelId { get; set; }

        public bool UpdateExisting { get; set; } = true;
    }
}
