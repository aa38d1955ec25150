using BuyingGroups.Domain.Activities;

namespace BuyingGroups.Portal.Features.Demo.History;

/// <summary>What becomes of one buying group in three months: when it begins, how warm it is each week, and when it moves. Invented from a seed, the same every time.</summary>
internal sealed class DemoLife
{
    /// <summary>Weeks lived through.</summary>
    public const int Weeks = 13;

    private static readonly int[] MoodWeights = [26, 18, 22, 20, 14];

    /// <summary>What people of a warm group do: mostly look, sometimes write, seldom come.</summary>
    private static readonly (int Type, int Weight)[] Kinds =
    [
        (ActivityType.PageViews, 40), (ActivityType.EmailOpened, 24), (ActivityType.EmailClicked, 12), (ActivityType.LinkClicks, 10), (ActivityType.FormFilledOut, 6),
        (ActivityType.RegisterForEvent, 4), (ActivityType.AttendEvent, 3), (ActivityType.InterestingMoment, 1),
    ];

    private readonly DemoRandom random;
    private readonly int mood;

    public DemoLife(ulong seed, long groupId, int solution, int completeness)
    {
        random = new DemoRandom(seed, groupId);
        // Solutions were taken up one after the other; companies that joined later trickle in.
        Born = Math.Min(Weeks - 1, Math.Max(0, solution * 2 + (random.Chance(300) ? random.Below(9 - solution) : 0)));
        mood = random.Weighted(MoodWeights);
        var pace = 1 + random.Below(3);
        var goesFar = completeness >= 50 ? 620 : 260;
        var week = Born;
        foreach (var chance in new[] { goesFar, goesFar - 150, goesFar - 250, 400 })
        {
            week += pace + random.Below(3);
            if (week >= Weeks || !random.Chance(Math.Max(60, chance)))
                break;
            Moves.Add(week);
        }
        // Whoever got as far as an answer may also say no.
        if (Moves.Count is > 0 and < 4 && random.Chance(120) && Moves[^1] + 2 < Weeks)
            LostIn = Moves[^1] + 1 + random.Below(Weeks - Moves[^1] - 1);
    }

    /// <summary>The week it begins, from 0.</summary>
    public int Born { get; }

    /// <summary>The week of each move: to Engaged, Qualified, Sales accepted, Won.</summary>
    public List<int> Moves { get; } = [];

    /// <summary>The week it was lost; null when it was not.</summary>
    public int? LostIn { get; }

    /// <summary>How many activities there are in a week.</summary>
    public int ActivitiesIn(int week)
    {
        var age = week - Born;
        if (age < 0)
            return 0;
        var heat = mood switch
        {
            0 => 1 + age * 0.55,
            1 => Math.Max(0.2, 6 - age * 0.6),
            2 => 2.2,
            3 => 0.25,
            _ => week % 6 == (int)(random.Unit() * 6) ? 9 : 0.8,
        };
        if (LostIn is { } lost && week > lost)
            heat *= 0.2;
        return (int)(heat * 2 * random.Unit() + random.Unit());
    }

    /// <summary>The next activity: whose (a number below <paramref name="people"/>, the first more often), which type, and the second of the week.</summary>
    public (int Person, int Type, int Second) Next(int people)
    {
        var person = Math.Min(random.Below(people), random.Below(people));
        Span<int> weights = stackalloc int[Kinds.Length];
        for (var i = 0; i < Kinds.Length; i++)
            weights[i] = Kinds[i].Weight;
        var type = Kinds[random.Weighted(weights)].Type;
        // Five working days, eight to six.
        return (person, type, random.Below(5) * 86_400 + 8 * 3_600 + random.Below(36_000));
    }

    /// <summary>A number of hours below a limit, for moments inside a week.</summary>
    public int Hours(int limit) => random.Below(limit);
}
