using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>What a node asked for a person, in words.</summary>
internal static class TimelineWords
{
    /// <summary>"Ada Byron to Fleet analytics for Hexa as Influencer".</summary>
    public static string Of(TimelineEffect effect, IStringLocalizer<Text> texts)
    {
        var person = effect.Person ?? texts["An erased person"];
        var group = effect.BuyingGroup ?? "";
        return effect.Kind switch
        {
            MembershipChangeKind.Assign => texts["{0} to {1} as {2}", person, group, effect.Role ?? ""],
            MembershipChangeKind.Remove => texts["{0} out of {1}", person, group],
            _ => texts["{0} in {1} to the role {2}", person, group, effect.Role ?? ""],
        };
    }
}
