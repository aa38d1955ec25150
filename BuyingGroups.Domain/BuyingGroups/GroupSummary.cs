using System.Globalization;

namespace BuyingGroups.Domain.BuyingGroups;

/// <summary>
/// The generated summary of a group: what is missing, who is engaged, what changed (product.md § 5). Each sentence is an English composite
/// format, at the same time the key under which other languages translate it; a list of names is put together by the reader's language.
/// </summary>
public static class GroupSummary
{
    private const int DecisionMakerRoleId = 1;

    /// <summary>Changes of the score smaller than this, in points, are not worth a sentence.</summary>
    private const double WorthTelling = 5;

    /// <summary>The sentences in the order to show; never empty. The first one is the headline.</summary>
    public static IReadOnlyList<SummarySentence> Of(SummaryFacts facts)
    {
        var sentences = new List<SummarySentence>();
        if (facts.Members == 0)
            sentences.Add(new SummarySentence("Nobody is in this group yet."));
        else
            Gaps(facts, sentences);
        Engagement(facts, sentences);
        if (facts.JoinedLately > 0)
            sentences.Add(facts.JoinedLately == 1 ? new SummarySentence("One person joined this week.") : new SummarySentence("{0} people joined this week.", facts.JoinedLately));
        if (facts.LeftLately > 0)
            sentences.Add(facts.LeftLately == 1 ? new SummarySentence("One person left this week.") : new SummarySentence("{0} people left this week.", facts.LeftLately));
        return sentences;
    }

    private static void Gaps(SummaryFacts facts, List<SummarySentence> sentences)
    {
        var required = facts.Roles.Where(role => role.IsRequired).ToList();
        if (required.Any(role => role.RoleId == DecisionMakerRoleId && role.Assigned == 0))
            sentences.Add(new SummarySentence("Nobody decides yet."));
        var missing = required.Where(role => role.Assigned == 0).Select(role => role.Name).ToList();
        if (missing.Count == 1)
            sentences.Add(new SummarySentence("{0} is missing.", new NameList(missing)));
        else if (missing.Count > 1)
            sentences.Add(new SummarySentence("{0} are missing.", new NameList(missing)));
        foreach (var role in required.Where(role => role.Assigned > 0 && role.Assigned < role.Required))
        {
            var more = role.Required - role.Assigned;
            sentences.Add(more == 1
                ? new SummarySentence("{0} needs one more.", new NameList([role.Name]))
                : new SummarySentence("{0} needs {1} more.", new NameList([role.Name]), more));
        }
        if (sentences.Count == 0)
            sentences.Add(required.Count == 0 ? new SummarySentence("No role is required.") : new SummarySentence("Every required role is filled."));
    }

    private static void Engagement(SummaryFacts facts, List<SummarySentence> sentences)
    {
        if (facts.MostEngaged is { } name)
            sentences.Add(new SummarySentence("{0} is the most engaged member.", name));
        var points = (int)Math.Round(Math.Abs(facts.EngagementChange), MidpointRounding.AwayFromZero);
        if (facts.EngagementChange >= WorthTelling)
            sentences.Add(new SummarySentence("Engagement rose by {0} points in a week.", points));
        else if (facts.EngagementChange <= -WorthTelling)
            sentences.Add(new SummarySentence("Engagement fell by {0} points in a week.", points));
    }
}

/// <summary>What the summary is made of.</summary>
/// <param name="Roles">The roles of the template in priority order.</param>
/// <param name="Members">Active members.</param>
/// <param name="MostEngaged">Name of the member with the highest score above 0; null when nobody has one.</param>
/// <param name="EngagementChange">Change of the group's score in seven days, in points.</param>
/// <param name="JoinedLately">People who became members in the last seven days and still are.</param>
/// <param name="LeftLately">People who were removed in the last seven days and still are.</param>
public sealed record SummaryFacts(
    IReadOnlyList<SummaryRole> Roles, int Members, string? MostEngaged = null, double EngagementChange = 0, int JoinedLately = 0, int LeftLately = 0);

/// <summary>A role of the template and how it is filled.</summary>
/// <param name="RoleId">The role.</param>
/// <param name="Name">Its name as stored; a default role's name is also its localisation key.</param>
/// <param name="IsRequired">True when it counts for completeness.</param>
/// <param name="Required">Members required, ≥ 1.</param>
/// <param name="Assigned">Active members.</param>
public sealed record SummaryRole(int RoleId, string Name, bool IsRequired, int Required, int Assigned);

/// <summary>One sentence of the summary.</summary>
/// <param name="Text">English text with {0}-style places, the localisation key.</param>
/// <param name="Arguments">What fills the places: numbers, names of people, or a <see cref="NameList"/> of roles.</param>
public sealed record SummarySentence(string Text, params object[] Arguments)
{
    /// <summary>The English sentence.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Text, Arguments);
}

/// <summary>Names to be joined as the reader's language joins them.</summary>
/// <param name="Names">At least one.</param>
public sealed record NameList(IReadOnlyList<string> Names)
{
    /// <summary>Joined in English: "A", "A and B", "A, B and C".</summary>
    public override string ToString() => Names.Count == 1 ? Names[0] : $"{string.Join(", ", Names.Take(Names.Count - 1))} and {Names[^1]}";
}
