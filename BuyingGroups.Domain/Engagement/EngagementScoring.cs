namespace BuyingGroups.Domain.Engagement;

/// <summary>
/// How active people and buying groups are (product.md § 6), over the activities of a window of days. The database scores by statements
/// (EngagementStatements in db/Data), and a test holds both together on random data.
/// </summary>
public static class EngagementScoring
{
    /// <summary>Days that count, today included; what is older has aged out.</summary>
    public const int WindowDays = 30;

    /// <summary>Occurrences of one type that count for a person on one day.</summary>
    public const int DailyCap = 20;

    /// <summary>The score of whoever is highest.</summary>
    public const double Highest = 100;

    /// <summary>Scores of people, for those who did something that counts; all others have 0.</summary>
    /// <param name="days">How often each person did what on which day; a person, type and day must not come twice.</param>
    /// <param name="weights">Weight 0–100 by activity type; a type that is not there is not used.</param>
    /// <param name="lastDay">Today in the portal's time zone.</param>
    /// <returns>Scores by person, 0–100, not rounded.</returns>
    public static IReadOnlyDictionary<long, double> OfPeople(IEnumerable<ActivityDay> days, IReadOnlyDictionary<int, int> weights, DateOnly lastDay)
    {
        var first = lastDay.DayNumber - WindowDays + 1;
        var counted = days.Where(day => day.Count > 0 && day.Day >= first && day.Day <= lastDay.DayNumber).ToList();
        var shares = SharesOf(counted.Select(day => day.ActivityTypeId).Distinct(), weights);
        var raw = counted.Where(day => shares.ContainsKey(day.ActivityTypeId)).GroupBy(day => day.PersonId)
            .ToDictionary(person => person.Key, person => person.Sum(day => Math.Min(day.Count, DailyCap) * shares[day.ActivityTypeId]));
        return Scaled(raw);
    }

    /// <summary>
    /// Each weight divided by the largest among the types that occurred, so that a type nobody uses does not dilute the others. Types that did
    /// not occur, or whose weight is 0, are left out.
    /// </summary>
    /// <param name="occurred">The types that occurred in the window, anywhere in the portal.</param>
    /// <param name="weights">Weight 0–100 by activity type.</param>
    public static IReadOnlyDictionary<int, double> SharesOf(IEnumerable<int> occurred, IReadOnlyDictionary<int, int> weights)
    {
        var used = occurred.Where(type => weights.GetValueOrDefault(type) > 0).ToList();
        var largest = used.Select(type => weights[type]).DefaultIfEmpty(1).Max();
        return used.ToDictionary(type => type, type => (double)weights[type] / largest);
    }

    /// <summary>Scores of groups from their weighted sums; see <see cref="GroupSum"/>.</summary>
    public static IReadOnlyDictionary<long, double> OfGroups(IReadOnlyDictionary<long, double> sums) => Scaled(sums);

    /// <summary>Σ scores of the members of a role × the role's share, where weights are normalised over the roles that have members in this group.</summary>
    /// <param name="members">The active members: role and person score.</param>
    /// <param name="roleWeights">Weights from the template's role cards, by role; members of other roles do not count.</param>
    public static double GroupSum(IEnumerable<(int RoleId, double Score)> members, IReadOnlyDictionary<int, int> roleWeights)
    {
        var totals = members.Where(member => roleWeights.ContainsKey(member.RoleId)).GroupBy(member => member.RoleId)
            .ToDictionary(role => role.Key, role => role.Sum(member => member.Score));
        double all = totals.Keys.Sum(role => roleWeights[role]);
        return all <= 0 ? 0 : totals.Sum(role => role.Value * roleWeights[role.Key]) / all;
    }

    /// <summary>√ of a weighted sum, on the scale on which <paramref name="greatest"/> has 100.</summary>
    public static double Score(double sum, double greatest) => greatest <= 0 ? 0 : Highest * Math.Sqrt(sum / greatest);

    /// <summary>A score as people read it: whole, half up.</summary>
    public static int Shown(double score) => (int)Math.Floor(score + 0.5);

    private static Dictionary<long, double> Scaled(IReadOnlyDictionary<long, double> sums)
    {
        var greatest = sums.Values.DefaultIfEmpty(0).Max();
        return sums.ToDictionary(one => one.Key, one => Score(one.Value, greatest));
    }
}
