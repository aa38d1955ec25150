using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Journeys.Execution;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>Notes, right after each node, why the account took its path and what was done, while the database is as it is at that node.</summary>
internal sealed class SimulationWatch(ConditionSentence sentence, long accountId) : IStepWatch
{
    /// <summary>A condition of more parts is told whole: each part costs a question to the database.</summary>
    private const int MostParts = 40;

    /// <summary>People named per split.</summary>
    private const int MostPeople = 200;

    private readonly Dictionary<int, SimulatedText> reasons = [];
    private readonly Dictionary<int, IReadOnlyList<SimulatedPerson>> people = [];
    private readonly Dictionary<int, IReadOnlyList<SimulatedText>> effects = [];

    public SimulatedText? ReasonOf(PlanNode node) => reasons.GetValueOrDefault(node.Key);

    public IReadOnlyList<SimulatedPerson> PeopleOf(PlanNode node) => people.GetValueOrDefault(node.Key, []);

    public IReadOnlyList<SimulatedText> EffectsOf(PlanNode node) => effects.GetValueOrDefault(node.Key, []);

    public async Task PassedAsync(StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        if (at.Node.Node.Settings is SplitByAccountsSettings)
            reasons[at.Node.Key] = await ReasonAsync(at.Node, run, cancellationToken);
        else if (at.Node.SplitsPeople)
            people[at.Node.Key] = await PeopleAsync(at.Node, run, cancellationToken);
        else
            effects[at.Node.Key] = await SimulatedEffects.OfAsync(at.Node, run, accountId, cancellationToken);
    }

    /// <summary>The part of a condition that the account matches, in words.</summary>
    public async Task<string> WhyAsync(PortalDbContext database, Condition condition, ConditionCatalog catalog, CancellationToken cancellationToken)
    {
        var why = new ConditionReason<Account>(condition, catalog, sentence);
        if (why.Leaves.Count > MostParts)
            return sentence.Clause(condition, ConditionScope.Account);
        var matches = new List<bool>();
        foreach (var leaf in why.Leaves)
        {
            var matching = database.Accounts.AsNoTracking().Where(ConditionTranslation.OfAccounts(leaf, catalog).Demand());
            matches.Add(await matching.AnyAsync(account => account.Id == accountId, cancellationToken));
        }
        return why.Why(matches) is { Length: > 0 } words ? words : sentence.Clause(condition, ConditionScope.Account);
    }

    private async Task<SimulatedText> ReasonAsync(PlanNode split, SegmentRun run, CancellationToken cancellationToken)
    {
        var path = await run.Database.JourneyWork.Select(work => work.Lane).SingleAsync(cancellationToken) - split.FirstLane;
        if (path < 1 || path > split.Node.Paths.Count)
            return new SimulatedText("It matches no path, and there is no path for other accounts: the journey ends for it here.");
        return split.Node.Paths[path - 1].Condition is { } condition
            ? new SimulatedText("Because {0}", await WhyAsync(run.Database, condition, run.Catalog, cancellationToken))
            : new SimulatedText("It matches none of the paths before.");
    }

    private async Task<IReadOnlyList<SimulatedPerson>> PeopleAsync(PlanNode split, SegmentRun run, CancellationToken cancellationToken)
    {
        var (first, last) = (split.FirstLane, split.LastLane);
        var rows = await run.Database.JourneyWorkPeople.Where(one => one.Lane >= first && one.Lane <= last)
            .Join(run.Database.People, one => one.PersonId, person => person.Id, (one, person) => new { one.Lane, person.Id, person.FirstName, person.LastName, person.Email })
            .OrderBy(one => one.Lane).ThenBy(one => one.Id).Take(MostPeople).ToListAsync(cancellationToken);
        var named = new List<SimulatedPerson>();
        foreach (var group in rows.GroupBy(row => row.Lane - first))
        {
            var path = split.Node.Paths[group.Key - 1];
            var why = path.Condition is { } condition ? await WhyAsync(run, condition, [.. group.Select(row => row.Id)], cancellationToken) : null;
            named.AddRange(group.Select(row => new SimulatedPerson(row.Id, PersonName.Display(row.FirstName, row.LastName, row.Email), path, why?.GetValueOrDefault(row.Id))));
        }
        return named;
    }

    private async Task<Dictionary<long, string>> WhyAsync(SegmentRun run, Condition condition, List<long> ids, CancellationToken cancellationToken)
    {
        var why = new ConditionReason<Person>(condition, run.Catalog, sentence);
        var whole = sentence.Clause(condition, ConditionScope.Person);
        if (why.Leaves.Count > MostParts)
            return ids.ToDictionary(id => id, _ => whole);
        var matching = new List<HashSet<long>>();
        foreach (var leaf in why.Leaves)
        {
            var fitting = run.Database.People.AsNoTracking().Where(ConditionTranslation.OfPeople(leaf, run.Catalog).Demand());
            matching.Add([.. await fitting.Where(person => ids.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancellationToken)]);
        }
        return ids.ToDictionary(id => id, id => why.Why([.. matching.Select(set => set.Contains(id))]) is { Length: > 0 } words ? words : whole);
    }
}
