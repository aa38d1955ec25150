using System.Linq.Expressions;
using BuyingGroups.Data;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.People;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Puts the people of the accounts on the paths of the split; the accounts go past.</summary>
public sealed class SplitByPeopleStep : JourneyStep<SplitByPeopleSettings>
{
    protected override Task RunAsync(SplitByPeopleSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        var lanes = at.Node.Lanes.Where(run.Lanes.ContainsKey).ToList();
        var route = Routing.OfPeople(at.Node, run.Catalog);
        var work = Expression.Parameter(typeof(JourneyWork), "work");
        var person = route.Parameters[0];
        var row = Expression.Lambda<Func<JourneyWork, Person, OnPath>>(
            Expression.MemberInit(
                Expression.New(typeof(OnPath)),
                Expression.Bind(typeof(OnPath).GetProperty(nameof(OnPath.PersonId))!, Expression.Property(person, nameof(Person.Id))),
                Expression.Bind(typeof(OnPath).GetProperty(nameof(OnPath.EntryId))!, Expression.Property(work, nameof(JourneyWork.EntryId))),
                Expression.Bind(typeof(OnPath).GetProperty(nameof(OnPath.AccountId))!, Expression.Property(work, nameof(JourneyWork.AccountId))),
                Expression.Bind(typeof(OnPath).GetProperty(nameof(OnPath.Lane))!, route.Body)),
            work, person);
        var people = run.Database.People;
        var rows = run.Database.JourneyWork.Where(one => lanes.Contains(one.Lane)).SelectMany(one => people.Where(p => p.AccountId == one.AccountId), row);
        return run.Database.ExecuteAroundAsync(
            rows,
            (query, column) => $"""
                INSERT INTO {run.Sql.People} (person_id, entry_id, account_id, lane)
                SELECT {column(nameof(OnPath.PersonId))}, {column(nameof(OnPath.EntryId))}, {column(nameof(OnPath.AccountId))}, {column(nameof(OnPath.Lane))}
                FROM {query} WHERE {column(nameof(OnPath.Lane))} <> {at.Node.FirstLane}
                """,
            cancellationToken);
    }

    private sealed class OnPath
    {
        public long PersonId { get; init; }

        public long EntryId { get; init; }

        public long AccountId { get; init; }

        public int Lane { get; init; }
    }
}

/// <summary>Closes a split of people: whoever was on its paths is on none again.</summary>
public sealed class PeopleMergeStep : JourneyStep<PeopleMergeSettings>
{
    protected override Task RunAsync(PeopleMergeSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) =>
        at.Node.Closes is { } split ? run.ExecuteAsync(run.Sql.ClosePeople(split.FirstLane, split.LastLane), cancellationToken) : Task.CompletedTask;
}
