using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Templates;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Templates;

/// <summary>Makes a draft from a template.</summary>
/// <param name="Template">The template's key.</param>
/// <param name="Name">The journey's name, unique.</param>
/// <param name="Choices">What the template asked for, by id.</param>
[Requires(Permissions.JourneysManage)]
public sealed record CreateFromTemplate(string Template, string Name, TemplateChoices Choices) : ICommand<int>;

/// <summary>The drawing a template would make with these choices, and what journeys can name.</summary>
/// <param name="Template">The template's key.</param>
/// <param name="Choices">What was chosen so far.</param>
[Requires(Permissions.JourneysManage)]
public sealed record PreviewTemplate(string Template, TemplateChoices Choices) : IQuery<TemplatePreview>;

/// <summary>A template before it is used.</summary>
/// <param name="Document">The drawing.</param>
/// <param name="Catalog">What there is to choose from, and what the drawing names.</param>
public sealed record TemplatePreview(JourneyDocument Document, JourneyCatalog Catalog);

/// <summary>Something the template needs was not chosen.</summary>
/// <param name="What">What.</param>
public sealed record TemplateNeeds(string What) : Refusal("Choose {0} first. Nothing was created.", What);

/// <summary>What was chosen is not there any more, or cannot be used.</summary>
/// <param name="What">What.</param>
public sealed record TemplateChoiceGone(string What) : Refusal("The chosen {0} cannot be used any more. Nothing was created; choose another.", What);

/// <summary>Makes it.</summary>
public sealed class CreateFromTemplateHandler : ICommandHandler<CreateFromTemplate, int>
{
    public async Task<Outcome<int>> HandleAsync(CreateFromTemplate command, CommandContext context, CancellationToken cancellationToken)
    {
        if (JourneyTemplates.Find(command.Template) is not { } template)
            return new NotFound("journey template", command.Template);
        if (Naming.Check(command.Name, Journey.NameMaxLength, null, Journey.DescriptionMaxLength) is { } wrong)
            return wrong;
        if (template.Missing(command.Choices).Select(need => TemplateWords.Needed(need)).FirstOrDefault() is { } missing)
            return new TemplateNeeds(missing);
        var catalog = await JourneyCatalogs.ReadAsync(context.Database, context.Now, null, cancellationToken);
        if (TemplateWords.Gone(command.Choices, catalog) is { } gone)
            return new TemplateChoiceGone(gone);
        var normalized = NormalizedText.Required(command.Name);
        if (await context.Database.Journeys.AnyAsync(j => j.NormalizedName == normalized, cancellationToken))
            return new NameTaken("journey", command.Name.Trim());
        var journey = new Journey
        {
            Name = command.Name.Trim(),
            Description = template.Description,
            Draft = JourneyJson.Write(JourneyReferences.Resolve(template.Draw(command.Choices), catalog)),
            CreatedAt = context.Now,
            CreatedBy = context.ActorId,
            UpdatedBy = context.ActorId,
        };
        context.Database.Journeys.Add(journey);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Journey", journey.Id, journey.Name, null, new { journey.Name, command.Template });
        return journey.Id;
    }
}

/// <summary>Draws it.</summary>
public sealed class PreviewTemplateHandler : IQueryHandler<PreviewTemplate, TemplatePreview>
{
    /// <summary>Stands for what is not chosen yet.</summary>
    private static readonly JourneyReference Nothing = new(null, "…");

    public async Task<Outcome<TemplatePreview>> HandleAsync(PreviewTemplate query, QueryContext context, CancellationToken cancellationToken)
    {
        if (JourneyTemplates.Find(query.Template) is not { } template)
            return new NotFound("journey template", query.Template);
        var catalog = await JourneyCatalogs.ReadAsync(context.Database, context.Now, null, cancellationToken);
        var choices = query.Choices with { SolutionInterest = query.Choices.SolutionInterest ?? Nothing, Role = query.Choices.Role ?? Nothing };
        return new TemplatePreview(template.Draw(choices), catalog);
    }
}
