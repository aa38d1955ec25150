using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Templates;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Portal.Features.Journeys.Templates;

/// <summary>What templates ask for, in words; each is a text key.</summary>
internal static class TemplateWords
{
    /// <summary>What is to be chosen, after "Choose".</summary>
    public static string Needed(TemplateNeed need) => need switch
    {
        TemplateNeed.Start => "an audience or account list",
        TemplateNeed.SolutionInterest => "a solution interest",
        _ => "a role",
    };

    /// <summary>Which of the choices cannot be used; null when all can.</summary>
    public static string? Gone(TemplateChoices choices, JourneyCatalog catalog)
    {
        if (choices.Audience is not null && catalog.Audience(choices.Audience) is not { Status: PublicationStatus.Live })
            return "audience";
        if (choices.AccountList is not null && catalog.AccountList(choices.AccountList) is not { Status: PublicationStatus.Live })
            return "account list";
        var interest = catalog.SolutionInterest(choices.SolutionInterest);
        if (choices.SolutionInterest is not null && interest is not { TemplateStatus: PublicationStatus.Live })
            return "solution interest";
        return choices.Role is not null && catalog.Role(choices.Role, interest) is null ? "role" : null;
    }
}
