using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Stages;

/// <summary>A live stage model: New and Renewal (entry) → Working → Won, Working → Lost → Working; and another model that has nothing to do with it.</summary>
internal static class StageWorld
{
    public static async Task<StageModel> StageModelAsync(this TestDatabase database, string name = "Sales")
    {
        var model = new StageModel { Name = name, Status = PublicationStatus.Live };
        (string Name, StageKind Kind)[] stages = [("New", StageKind.Entry), ("Renewal", StageKind.Entry), ("Working", StageKind.Ordinary), ("Won", StageKind.Success), ("Lost", StageKind.Failure)];
        for (var i = 0; i < stages.Length; i++)
            model.Stages.Add(new Stage { Name = stages[i].Name, Kind = stages[i].Kind, Order = i + 1 });
        await using var context = database.Open();
        context.StageModels.Add(model);
        await context.SaveChangesAsync();
        foreach (var (from, to) in new[] { (0, 2), (1, 2), (2, 3), (2, 4), (4, 2) })
            model.Transitions.Add(new StageTransition { StageModelId = model.Id, FromStageId = model.Stages[from].Id, ToStageId = model.Stages[to].Id });
        await context.SaveChangesAsync();
        return model;
    }

    public static Stage Named(this StageModel model, string name) => model.Stages.Single(stage => stage.Name == name);

    /// <summary>Gives the world's solution interest the model.</summary>
    public static async Task UseAsync(this GroupWorld world, TestDatabase database, StageModel? model)
    {
        await using var context = database.Open();
        var id = model?.Id;
        await context.SolutionInterests.Where(s => s.Id == world.Solution.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.StageModelId, id));
    }

    /// <summary>A group that stands at a stage.</summary>
    public static async Task<BuyingGroup> GroupAtAsync(this GroupWorld world, TestDatabase database, string account, int? stage)
    {
        var group = await world.GroupAsync(await world.AccountAsync(account, ["chief"]));
        await using var context = database.Open();
        await context.BuyingGroups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.StageId, stage));
        return group;
    }
}
