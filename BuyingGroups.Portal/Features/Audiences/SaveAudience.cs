using BuyingGroups.Domain;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>Makes an audience, or saves a changed one. The condition of a live one must be as it was.</summary>
/// <param name="Id">The audience; null for a new one.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Condition">The condition over accounts.</param>
/// <param name="Version">The version that was opened; ignored for a new one.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record SaveAudience(int? Id, string Name, string? Description, Condition Condition, int Version = 0) : ICommand<int>;

/// <summary>Saves it.</summary>
public sealed class SaveAudienceHandler : ICommandHandler<SaveAudience, int>
{
    public async Task<Outcome<int>> HandleAsync(SaveAudience command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, Audience.NameMaxLength, command.Description, Audience.DescriptionMaxLength) is { } wrong)
            return wrong;
        var database = context.Database;
        var audience = command.Id is { } id ? await database.Audiences.FirstOrDefaultAsync(a => a.Id == id, cancellationToken) : null;
        if (command.Id is not null && audience is null)
            return new NotFound("audience", command.Id);
        if (audience is not null && audience.Version != command.Version)
            return new ChangedByOthers("audience");
        var normalized = NormalizedText.Required(command.Name);
        if (await database.Audiences.AnyAsync(a => a.NormalizedName == normalized && a.Id != command.Id, cancellationToken))
            return new NameTaken("audience", command.Name.Trim());
        var before = audience is null ? null : new { audience.Name, audience.Description, audience.Condition };
        if (audience is null || !audience.Condition.Equals(command.Condition))
        {
            if (audience is not null && AudienceRules.ToChangeCondition(audience.Status, "audience", audience.Name) is { } isFixed)
                return isFixed;
            var problems = AudienceRules.CheckCondition(command.Condition, await database.ReadConditionCatalogAsync(context.Now, cancellationToken));
            if (problems.Count > 0)
                return Outcome<int>.Refused(problems);
        }
        if (audience is null)
        {
            audience = new Audience { Name = command.Name.Trim(), Condition = command.Condition, CreatedAt = context.Now };
            database.Audiences.Add(audience);
        }
        else if (!audience.Condition.Equals(command.Condition))
        {
            audience.Condition = command.Condition;
            (audience.AccountCount, audience.EvaluatedAt) = (null, null);
        }
        audience.Name = command.Name.Trim();
        audience.Description = Naming.Kept(command.Description);
        await database.SaveChangesAsync(cancellationToken);
        context.Audit("Audience", audience.Id, audience.Name, before, new { audience.Name, audience.Description, audience.Condition });
        return audience.Id;
    }
}
