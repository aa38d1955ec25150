using BuyingGroups.Data;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Conditions;

/// <summary>What conditions can name right now.</summary>
[Requires(Permissions.AccountsView)]
public sealed record ReadConditionCatalog : IQuery<ConditionCatalog>;

/// <summary>Reads it.</summary>
public sealed class ReadConditionCatalogHandler : IQueryHandler<ReadConditionCatalog, ConditionCatalog>
{
    public async Task<Outcome<ConditionCatalog>> HandleAsync(ReadConditionCatalog query, QueryContext context, CancellationToken cancellationToken) =>
        await context.Database.ReadConditionCatalogAsync(context.Now, cancellationToken);
}

/// <summary>The catalog for handlers and jobs, which have a context of their own.</summary>
public static class ConditionCatalogReader
{
    /// <summary>Reads what conditions can name: ten small look-ups, never the customers' data.</summary>
    public static async Task<ConditionCatalog> ReadConditionCatalogAsync(this PortalDbContext database, DateTime now, CancellationToken cancellationToken)
    {
        var models = await database.StageModels.AsNoTracking().OrderBy(model => model.Name)
            .Select(model => new { model.Name, Stages = model.Stages.OrderBy(stage => stage.Order).Select(stage => new NamedReference(stage.Id, stage.Name)).ToList() })
            .ToListAsync(cancellationToken);
        return new ConditionCatalog
        {
            Now = now,
            CustomFields = await database.CustomFields.AsNoTracking().OrderBy(field => field.Name).ToListAsync(cancellationToken),
            Personas = await database.Personas.AsNoTracking().OrderBy(persona => persona.Id).ToListAsync(cancellationToken),
            Roles = await database.BuyingGroupRoles.OrderBy(role => role.Id).Select(role => new NamedReference(role.Id, role.Name)).ToListAsync(cancellationToken),
            SolutionInterests = await database.SolutionInterests.OrderBy(solution => solution.Name)
                .Select(solution => new NamedReference(solution.Id, solution.Name)).ToListAsync(cancellationToken),
            // A stage's name is unique in its model only.
            Stages = [.. models.SelectMany(model => model.Stages.Select(stage => models.Count == 1 ? stage : stage with { Name = $"{stage.Name} ({model.Name})" }))],
            ActivityTypes = await database.ActivityTypes.OrderBy(type => type.Name).Select(type => new NamedReference(type.Id, type.Name)).ToListAsync(cancellationToken),
            ActivityAttributeNames = await database.ActivityAttributeNames.OrderBy(name => name.Name).Select(name => name.Name).ToListAsync(cancellationToken),
            Users = await database.Users.OrderBy(user => user.DisplayName).Select(user => new NamedReference(user.Id, user.DisplayName)).ToListAsync(cancellationToken),
        };
    }
}
