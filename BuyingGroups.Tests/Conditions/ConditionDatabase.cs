using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Tests.Databases;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Conditions;

/// <summary>A database with everything that <see cref="ConditionWorld"/> names, and random accounts.</summary>
internal static class ConditionDatabase
{
    public static async Task<TestDatabase> FilledAsync(DatabaseKind kind, int seed, TimeProvider? clock = null)
    {
        var database = await TestDatabase.CreateAsync(kind, clock);
        await database.Portal.WriteAsync(
            async (context, token) =>
            {
                var template = new RoleTemplate { Name = "Template", Status = PublicationStatus.Live };
                foreach (var role in new[] { DecisionMaker, Influencer, 3 })
                    template.Cards.Add(new RoleCard { RoleId = role, Priority = role });
                var model = new StageModel { Name = "Stages" };
                context.AddRange(template, model);
                await context.SaveChangesAsync(token);
                context.AddRange(Catalog.SolutionInterests.Select(one => new SolutionInterest { Id = one.Id, Name = one.Name, RoleTemplateId = template.Id, StageModelId = one.Id == 1 ? model.Id : null }));
                context.AddRange(Catalog.Stages.Select(one => new Stage { Id = one.Id, Name = one.Name, StageModelId = model.Id, Order = one.Id }));
                context.AddRange(Catalog.CustomFields.Select(one => new CustomField { Id = one.Id, Name = one.Name, Kind = one.Kind, Target = one.Target, Choices = one.Choices }));
                await context.SaveChangesAsync(token);
                context.AddRange(new RandomAccounts(seed).Make(60));
                await context.SaveChangesAsync(token);
            },
            CancellationToken.None);
        return database;
    }
}
