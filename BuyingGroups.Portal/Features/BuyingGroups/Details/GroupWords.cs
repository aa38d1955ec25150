using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Groups.Details;

/// <summary>What happened in a group, in whole sentences of the user's language.</summary>
internal static class GroupWords
{
    /// <summary>A sentence of the generated summary.</summary>
    public static string Say(IStringLocalizer<Text> texts, SummarySentence sentence) =>
        texts[sentence.Text, [.. sentence.Arguments.Select(argument => argument is NameList list ? Join(texts, list) : argument)]];

    /// <summary>A role by its name in the user's language: the default roles have one, custom roles are called as an admin named them.</summary>
    public static string Role(IStringLocalizer<Text> texts, string? role) => role is null ? texts["a role deleted since"] : texts[role];

    /// <summary>What was asked, and whether it was done.</summary>
    public static string Say(IStringLocalizer<Text> texts, MembershipHistoryRow row)
    {
        var person = row.Person ?? texts["somebody erased since"];
        var role = Role(texts, row.Role);
        return (row.Kind, row.Applied) switch
        {
            (MembershipChangeKind.Remove, true) => texts["{0} removed {1}, who was {2}.", row.By, person, role],
            (MembershipChangeKind.Remove, false) => texts["{0} tried to remove {1}.", row.By, person],
            (_, true) when row.PreviousRole is not null && row.PreviousRole != row.Role => texts["{0} changed {1} from {2} to {3}.", row.By, person, Role(texts, row.PreviousRole), role],
            (_, true) => texts["{0} added {1} as {2}.", row.By, person, role],
            (MembershipChangeKind.ChangeRole, false) => texts["{0} tried to change {1} to {2}.", row.By, person, role],
            _ => texts["{0} tried to add {1} as {2}.", row.By, person, role],
        };
    }

    /// <summary>Why it was refused: who or what decided, and why that stands; null when it was done.</summary>
    public static string? Why(IStringLocalizer<Text> texts, MembershipHistoryRow row) => row.Why switch
    {
        null => null,
        MembershipRefusal.NotAMember => texts["Only a member can get another role, and this person was none."],
        _ => Standing(texts, row),
    };

    private static string Standing(IStringLocalizer<Text> texts, MembershipHistoryRow row)
    {
        var by = row.StandingBy ?? texts["somebody unknown"];
        return (row.StandingSource, row.StandingRemoved == true) switch
        {
            (ActorKind.Manual, true) => texts["{0} had removed this person by hand. What is decided by hand stands, so the person stays out.", by],
            (ActorKind.Manual, false) => texts["{0} had decided this by hand. What is decided by hand stands, so the person stays as is.", by],
            (_, true) => texts["The journey {0} had removed this person. Journeys rank above jobs, so the person stays out.", by],
            _ => texts["The journey {0} had decided this. Journeys rank above jobs, so the person stays as is.", by],
        };
    }

    private static string Join(IStringLocalizer<Text> texts, NameList list)
    {
        var names = list.Names.Select(name => Role(texts, name)).ToList();
        if (names.Count == 1)
            return names[0];
        var start = names.Take(names.Count - 1).Aggregate((before, next) => texts["{0}, {1}", before, next]);
        return texts["{0} and {1}", start, names[^1]];
    }
}
