using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Audiences;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Dashboards;
using BuyingGroups.Portal.Features.Demo.SetUp;
using BuyingGroups.Portal.Features.RoleTemplates;
using BuyingGroups.Portal.Features.RoleTemplates.Personas;
using BuyingGroups.Portal.Features.SolutionInterests;
using BuyingGroups.Portal.Features.Stages;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Sets up what the demo's marketers would have set up. Whatever is there under its name already is left alone.</summary>
public sealed class DemoMarketing(PortalGateway gateway, PortalDatabase database)
{
    /// <summary>Custom fields and personas: before the import, which fills the fields.</summary>
    public async Task PrepareAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var fields = await read.CustomFields.Select(f => new { f.Target, f.NormalizedName }).ToListAsync(cancellationToken);
        foreach (var field in DemoSetUp.Fields.Where(field => !fields.Exists(f => f.Target == field.Target && f.NormalizedName == NormalizedText.Required(field.Name))))
            (await gateway.SendAsync(new DeclareCustomField(field.Target, field.Kind, field.Name, field.Choices), caller, cancellationToken)).Demand();
        var personas = await read.Personas.Select(p => p.NormalizedName).ToListAsync(cancellationToken);
        foreach (var persona in DemoSetUp.Personas.Where(persona => !personas.Contains(NormalizedText.Required(persona.Name))))
            (await gateway.SendAsync(new SavePersona(null, persona.Name, persona.Condition), caller, cancellationToken)).Demand();
    }

    /// <summary>Role templates, solution interests and audiences, all live.</summary>
    /// <returns>Which solution interest goes to which audience.</returns>
    public async Task<IReadOnlyList<(int SolutionInterestId, int AudienceId)>> PublishAsync(Caller caller, CancellationToken cancellationToken)
    {
        var templates = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var template in DemoSetUp.Templates)
            templates[template.Name] = await TemplateAsync(template, caller, cancellationToken);
        var stages = await StagesAsync(caller, cancellationToken);
        var keys = await FieldKeysAsync(cancellationToken);
        var audiences = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var audience in DemoSetUp.Audiences)
            audiences[audience.Name] = await AudienceAsync(audience, keys, caller, cancellationToken);
        if ((await gateway.AskAsync(new GetMarketingSpend(), caller, cancellationToken)).Demand().Month is null)
            (await gateway.SendAsync(new SetMarketingSpend(DemoSetUp.MarketingSpend), caller, cancellationToken)).Demand();
        var pairs = new List<(int, int)>();
        foreach (var interest in DemoSetUp.Interests)
            pairs.Add((await InterestAsync(interest, templates[interest.Template], stages, caller, cancellationToken), audiences[interest.Audience]));
        return pairs;
    }

    private async Task<int> TemplateAsync(DemoTemplate template, Caller caller, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var name = NormalizedText.Required(template.Name);
        var found = await read.RoleTemplates.Where(t => t.NormalizedName == name).Select(t => new { t.Id, t.Status }).FirstOrDefaultAsync(cancellationToken);
        var id = found?.Id ?? (await gateway.SendAsync(
            new SaveRoleTemplate(null, template.Name, template.Description, [.. template.Roles.Select(role =>
                new RoleCardDraft(role.RoleId, role.Weighting, role.Titles is not null, role.Titles, role.Required, role.Members))]),
            caller, cancellationToken)).Demand();
        if (found?.Status != PublicationStatus.Live)
            (await gateway.SendAsync(new PublishRoleTemplate(id), caller, cancellationToken)).Demand();
        return id;
    }

    private async Task<int> StagesAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var name = NormalizedText.Required(DemoSetUp.Stages.Name!);
        return await read.StageModels.Where(m => m.NormalizedName == name).Select(m => (int?)m.Id).FirstOrDefaultAsync(cancellationToken)
            ?? (await gateway.SendAsync(new CreateStageModel(DemoSetUp.Stages, Publish: true), caller, cancellationToken)).Demand();
    }

    private async Task<int> AudienceAsync(DemoAudience audience, Dictionary<string, string> fieldKeys, Caller caller, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var name = NormalizedText.Required(audience.Name);
        var found = await read.Audiences.Where(a => a.NormalizedName == name).Select(a => new { a.Id, a.Status }).FirstOrDefaultAsync(cancellationToken);
        var id = found?.Id ?? (await gateway.SendAsync(new SaveAudience(null, audience.Name, audience.Description, audience.Condition(fieldKeys)), caller, cancellationToken)).Demand();
        if (found?.Status != PublicationStatus.Live)
            (await gateway.SendAsync(new PublishAudience(id), caller, cancellationToken)).Demand();
        return id;
    }

    private async Task<int> InterestAsync(DemoInterest interest, int templateId, int stageModelId, Caller caller, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var name = NormalizedText.Required(interest.Name);
        var found = await read.SolutionInterests.Where(s => s.NormalizedName == name).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken);
        return found ?? (await gateway.SendAsync(new SaveSolutionInterest(null, interest.Name, interest.Description, templateId, stageModelId), caller, cancellationToken)).Demand();
    }

    private async Task<Dictionary<string, string>> FieldKeysAsync(CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        return await read.CustomFields.Where(f => f.Target == CustomFieldTarget.Account)
            .ToDictionaryAsync(f => f.Name, f => ConditionCatalog.CustomFieldKey(f.Id), StringComparer.OrdinalIgnoreCase, cancellationToken);
    }
}
