using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>Counts everything from the tables and compares it with what the roll-ups say.</summary>
public sealed class RollUpCheck
{
    private const int MostExamples = 20;

    public async Task<RollUpFindings> CompareAsync(PortalDbContext read, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var tallies = Compare(found, await read.GroupTallies.AsNoTracking().ToListAsync(cancellationToken), await GroupCounts.GroupsAsync(read, null, null, cancellationToken), t => $"groups of solution interest {t.SolutionInterestId}, stage {t.StageId}, {t.Industry}, {t.Region}")
            + Compare(found, await read.RoleTallies.AsNoTracking().ToListAsync(cancellationToken), await GroupCounts.RolesAsync(read, null, null, cancellationToken), t => $"role {t.RoleId} of solution interest {t.SolutionInterestId}, {t.Industry}, {t.Region}")
            + Compare(found, await read.ReachTallies.AsNoTracking().ToListAsync(cancellationToken), await ReachCounts.ReachAsync(read, cancellationToken), t => $"accounts in {t.Industry}, {t.Region}")
            + Compare(found, await read.JourneyTallies.AsNoTracking().ToListAsync(cancellationToken), await ReachCounts.JourneysAsync(read, cancellationToken), t => $"journey {t.Id}");
        await CompareDaysAsync(found, read, cancellationToken);
        return new RollUpFindings(tallies, found.Count, [.. found.Take(MostExamples)]);
    }

    private static int Compare<TTally>(List<string> found, IReadOnlyList<TTally> stored, IReadOnlyList<TTally> counted, Func<TTally, string> name)
        where TTally : Figures, ITally
    {
        var right = counted.ToDictionary(name, t => t.Read(), StringComparer.Ordinal);
        foreach (var tally in stored)
        {
            right.Remove(name(tally), out var figures);
            if (!tally.Read().SequenceEqual(figures ?? new long[tally.Read().Length]))
                found.Add($"{name(tally)}: {string.Join('/', tally.Read())}, counted {string.Join('/', figures ?? [])}");
        }
        found.AddRange(right.Where(missing => missing.Value.Any(figure => figure != 0)).Select(missing => $"{missing.Key}: nothing, counted {string.Join('/', missing.Value)}"));
        return counted.Count;
    }

    /// <summary>What was booked day by day must add up to what there is.</summary>
    private static async Task CompareDaysAsync(List<string> found, PortalDbContext read, CancellationToken cancellationToken)
    {
        var groups = (await read.GroupTallies.SumAsync(t => t.Groups, cancellationToken), await read.GroupTallyDays.SumAsync(d => d.Groups, cancellationToken));
        var members = (await read.RoleTallies.SumAsync(t => t.Members, cancellationToken), await read.RoleTallyDays.SumAsync(d => d.Members, cancellationToken));
        var people = (await read.ReachTallies.SumAsync(t => t.People, cancellationToken), await read.ReachTallyDays.SumAsync(d => d.People, cancellationToken));
        var entered = (await read.JourneyTallies.SumAsync(t => t.Entered, cancellationToken), await read.JourneyTallyDays.SumAsync(d => d.Entered, cancellationToken));
        foreach (var (what, (now, days)) in new[] { ("groups", groups), ("members", members), ("people", people), ("entries", entered) })
        {
            if (now != days)
                found.Add($"{what}: {now}, but the days add up to {days}");
        }
    }
}

/// <summary>What a check found.</summary>
/// <param name="Tallies">How many tallies were compared.</param>
/// <param name="Differing">How many differed.</param>
/// <param name="Examples">Some of those, in words.</param>
public sealed record RollUpFindings(int Tallies, int Differing, IReadOnlyList<string> Examples);
