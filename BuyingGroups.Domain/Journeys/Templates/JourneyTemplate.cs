namespace BuyingGroups.Domain.Journeys.Templates;

/// <summary>What a template asks for before it can draw.</summary>
public enum TemplateNeed
{
    /// <summary>Where accounts come from: a live audience or account list.</summary>
    Start = 1,

    /// <summary>Which solution interest it is about.</summary>
    SolutionInterest = 2,

    /// <summary>Which role of that solution interest.</summary>
    Role = 3,
}

/// <summary>What was chosen for a template.</summary>
/// <param name="Audience">The audience accounts come from; null when a list is given.</param>
/// <param name="AccountList">The account list they come from; null when an audience is given.</param>
/// <param name="SolutionInterest">The solution interest; null where it is not needed.</param>
/// <param name="Role">The role; null where it is not needed.</param>
public sealed record TemplateChoices(JourneyReference? Audience, JourneyReference? AccountList, JourneyReference? SolutionInterest = null, JourneyReference? Role = null);

/// <summary>A play that others have had success with, to begin a journey with. What it draws can be published as it is once its needs are met, and changed like any draft.</summary>
/// <param name="Key">Its stable key, as in addresses.</param>
/// <param name="Name">Its name; English, a localisation key.</param>
/// <param name="Description">What it does and when to use it; English, a localisation key.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="Needs">What it asks for.</param>
/// <param name="Draw">Makes the drawing; everything needed must have been chosen.</param>
public sealed record JourneyTemplate(string Key, string Name, string Description, string Icon, IReadOnlyList<TemplateNeed> Needs, Func<TemplateChoices, JourneyDocument> Draw)
{
    /// <summary>What is needed and was not chosen.</summary>
    public IEnumerable<TemplateNeed> Missing(TemplateChoices choices) => Needs.Where(need => need switch
    {
        TemplateNeed.Start => choices.Audience is null && choices.AccountList is null,
        TemplateNeed.SolutionInterest => choices.SolutionInterest is null,
        _ => choices.Role is null,
    });
}
