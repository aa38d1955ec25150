using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.SolutionInterests;

/// <summary>Makes a solution interest, or saves a changed one.</summary>
/// <param name="Id">The solution interest; null for a new one.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="Description">What it is.</param>
/// <param name="RoleTemplateId">A live role template; fixed for good once created.</param>
/// <param name="StageModelId">A live stage model, or none.</param>
/// <param name="UpdateExistingBuyingGroups">True when maintenance keeps its groups up to date.</param>
/// <param name="Version">The version that was opened; ignored for a new one.</param>
[Requires(Permissions.SolutionInterestsManage)]
public sealed record SaveSolutionInterest(
    int? Id, string Name, string? Description, int RoleTemplateId, int? StageModelId = null, bool UpdateExistingBuyingGroups = true, int Version = 0) : ICommand<int>;

/// <summary>The role template of a solution interest is fixed.</summary>
/// <param name="SolutionInterest">Its name.</param>
public sealed record RoleTemplateFixed(string SolutionInterest)
    : Refusal("The role template of “{0}” is fixed for good. Nothing was changed; make another solution interest for another template.", SolutionInterest);

/// <summary>Saves it.</summary>
public sealed class SaveSolutionInterestHandler : ICommandHandler<SaveSolutionInterest, int>
{
    public async Task<Outcome<int>> HandleAsync(SaveSolutionInterest command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, SolutionInterest.NameMaxLength, command.Description, SolutionInterest.DescriptionMaxLength) is { } wrong)
            return wrong;
        var database = context.Database;
        var interest = command.Id is { } id ? await database.SolutionInterests.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) : null;
        if (command.Id is not null && interest is null)
            return new NotFound("solution interest", command.Id);
        if (interest is not null && interest.Version != command.Version)
            return new ChangedByOthers("solution interest");
        if (interest is not null && interest.RoleTemplateId != command.RoleTemplateId)
            return new RoleTemplateFixed(interest.Name);
        var normalized = NormalizedText.Required(command.Name);
        if (await database.SolutionInterests.AnyAsync(s => s.NormalizedName == normalized && s.Id != command.Id, cancellationToken))
            return new NameTaken("solution interest", command.Name.Trim());
        var template = await database.RoleTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Id == command.RoleTemplateId, cancellationToken);
        if (template is null)
            return new NotFound("role template", command.RoleTemplateId);
        if (template.Status != PublicationStatus.Live)
            return new NotLive("role template", template.Name);
        if (command.StageModelId is { } modelId && command.StageModelId != interest?.StageModelId)
        {
            var model = await database.StageModels.AsNoTracking().FirstOrDefaultAsync(m => m.Id == modelId, cancellationToken);
            if (model is null)
                return new NotFound("stage model", modelId);
            if (model.Status != PublicationStatus.Live)
                return new NotLive("stage model", model.Name);
        }

        var before = interest is null ? null : Picture(interest);
        if (interest is null)
        {
            interest = new SolutionInterest { Name = command.Name.Trim(), RoleTemplateId = command.RoleTemplateId, CreatedAt = context.Now };
            database.SolutionInterests.Add(interest);
        }
        interest.Name = command.Name.Trim();
        interest.Description = Naming.Kept(command.Description);
        interest.StageModelId = command.StageModelId;
        interest.UpdateExistingBuyingGroups = command.UpdateExistingBuyingGroups;
        await database.SaveChangesAsync(cancellationToken);
        context.Audit("SolutionInterest", interest.Id, interest.Name, before, Picture(interest));
        return interest.Id;
    }

    private static object Picture(SolutionInterest interest) => new
    {
        interest.Name,
        interest.Description,
        interest.RoleTemplateId,
        interest.StageModelId,
        interest.UpdateExistingBuyingGroups,
    };
}
