using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>An event that may be what a node listens for.</summary>
public sealed class HeardRow
{
    public long AccountId { get; init; }

    public DateTime At { get; init; }
}

/// <summary>The three histories that journeys listen to: activities, changes, memberships.</summary>
public static class JourneyEvents
{
    /// <summary>
    /// The events with a number above <paramref name="seen"/> that satisfy the constraints, without those that <paramref name="own"/> nodes cause: what they do
    /// to an account they do before it arrives, though in the same instant.
    /// </summary>
    public static IQueryable<HeardRow> After(PortalDbContext database, ConditionCatalog catalog, JourneyEvent heard, long seen, IReadOnlyList<PlanNode>? own = null) => heard.Kind switch
    {
        JourneyEventKind.Activity => Activities(database, catalog, heard, heard.ActivityType?.Id ?? 0, seen, own ?? []),
        JourneyEventKind.InterestingMoment => Activities(database, catalog, heard, ActivityType.InterestingMoment, seen, own ?? []),
        JourneyEventKind.AssignedToBuyingGroup or JourneyEventKind.RemovedFromBuyingGroup => Memberships(database, catalog, heard, seen, Actors(own)),
        _ => Changes(database, catalog, heard, seen, Actors(own)),
    };

    /// <summary>The highest number recorded no later than <paramref name="time"/>, above <paramref name="seen"/>; <paramref name="seen"/> when there is none.</summary>
    public static async Task<long> LastBeforeAsync(PortalDbContext database, JourneyEvent heard, long seen, DateTime time, CancellationToken cancellationToken) => heard.Kind switch
    {
        JourneyEventKind.Activity or JourneyEventKind.InterestingMoment =>
            await database.Activities.Where(one => one.Id > seen && one.RecordedAt <= time).MaxAsync(one => (long?)one.Id, cancellationToken) ?? seen,
        JourneyEventKind.AssignedToBuyingGroup or JourneyEventKind.RemovedFromBuyingGroup =>
            await database.MembershipChanges.Where(one => one.Id > seen && one.At <= time).MaxAsync(one => (long?)one.Id, cancellationToken) ?? seen,
        _ => await database.ChangeEvents.Where(one => one.Id > seen && one.At <= time).MaxAsync(one => (long?)one.Id, cancellationToken) ?? seen,
    };

    /// <summary>Where a first look begins: nothing recorded before a version was published can be what its accounts wait for.</summary>
    public static Task<long> FirstAsync(PortalDbContext database, JourneyEvent heard, DateTime published, CancellationToken cancellationToken) => heard.Kind switch
    {
        // Walks back from the latest row, so it costs what was recorded since the publication.
        JourneyEventKind.Activity or JourneyEventKind.InterestingMoment =>
            database.Activities.Where(one => one.RecordedAt < published).OrderByDescending(one => one.Id).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken),
        JourneyEventKind.AssignedToBuyingGroup or JourneyEventKind.RemovedFromBuyingGroup =>
            database.MembershipChanges.Where(one => one.At < published).OrderByDescending(one => one.Id).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken),
        _ => database.ChangeEvents.Where(one => one.At < published).OrderByDescending(one => one.Id).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken),
    };

    private static int[] Actors(IReadOnlyList<PlanNode>? own) => [.. (own ?? []).Select(node => node.ActorId)];

    private static IQueryable<HeardRow> Activities(PortalDbContext database, ConditionCatalog catalog, JourneyEvent heard, int typeId, long seen, IReadOnlyList<PlanNode> own)
    {
        var rows = database.Activities.Where(one => one.Id > seen && one.ActivityTypeId == typeId);
        // Interesting moments are the only activities that journeys record.
        foreach (var node in own.Where(node => typeId == ActivityType.InterestingMoment && node.Node.Settings is AccountInterestingMomentSettings or PersonInterestingMomentSettings))
        {
            var recorded = Moments.KeyPrefix(node);
            rows = rows.Where(one => one.SourceKey == null || !one.SourceKey.StartsWith(recorded));
        }
        foreach (var constraint in heard.Attributes)
        {
            var (name, value) = (NormalizedText.Required(constraint.Name), NormalizedText.Required(constraint.Value));
            rows = constraint.Comparison switch
            {
                ConditionOperator.Contains => rows.Where(one => one.Attributes.Any(a => a.Name == name && a.NormalizedValue!.Contains(value))),
                ConditionOperator.StartsWith => rows.Where(one => one.Attributes.Any(a => a.Name == name && a.NormalizedValue!.StartsWith(value))),
                _ => rows.Where(one => one.Attributes.Any(a => a.Name == name && a.NormalizedValue == value)),
            };
        }
        if (PeopleOf(database, catalog, heard) is { } people)
            rows = rows.Where(one => people.Any(person => person.Id == one.PersonId));
        return rows.Select(one => new HeardRow { AccountId = one.AccountId, At = one.OccurredAt });
    }

    private static IQueryable<HeardRow> Memberships(PortalDbContext database, ConditionCatalog catalog, JourneyEvent heard, long seen, int[] own)
    {
        var kind = heard.Kind == JourneyEventKind.AssignedToBuyingGroup ? MembershipChangeKind.Assign : MembershipChangeKind.Remove;
        var rows = database.MembershipChanges.Where(one => one.Id > seen && one.Applied && one.Kind == kind && !EF.Parameter(own).Contains(one.ActorId));
        if (heard.Role?.Id is { } roleId)
            rows = rows.Where(one => one.RoleId == roleId);
        if (PeopleOf(database, catalog, heard) is { } people)
            rows = rows.Where(one => people.Any(person => person.Id == one.PersonId));
        var groups = GroupsOf(database, heard);
        return rows.SelectMany(one => groups.Where(group => group.Id == one.BuyingGroupId), (one, group) => new HeardRow { AccountId = group.AccountId, At = one.At });
    }

    private static IQueryable<HeardRow> Changes(PortalDbContext database, ConditionCatalog catalog, JourneyEvent heard, long seen, int[] own)
    {
        var kind = heard.Kind switch
        {
            JourneyEventKind.AccountDataChanged => ChangeEventKind.AccountData,
            JourneyEventKind.PersonDataChanged => ChangeEventKind.PersonData,
            JourneyEventKind.StageChanged => ChangeEventKind.Stage,
            JourneyEventKind.StatusChanged => ChangeEventKind.Status,
            JourneyEventKind.CompletenessChanged => ChangeEventKind.Completeness,
            _ => ChangeEventKind.Engagement,
        };
        var rows = database.ChangeEvents.Where(one => one.Id > seen && one.Kind == kind && !EF.Parameter(own).Contains(one.ActorId));
        if (heard.Field is { } field)
            rows = rows.Where(one => one.Field == field);
        if (heard.WantedText(catalog) is { } value)
        {
            var lower = value.ToLowerInvariant();
#pragma warning disable MA0011 // It becomes lower() in SQL.
            rows = rows.Where(one => one.Current == value || one.Current!.ToLower() == lower);
#pragma warning restore MA0011
        }
        if (heard.AtLeast is not null || heard.AtMost is not null)
        {
            // Scores are whole numbers from 0 to 100, kept as text.
            var least = heard.AtLeast ?? 0;
            var scores = Enumerable.Range(least, Math.Max(0, (heard.AtMost ?? 100) - least + 1)).Select(score => score.ToString(CultureInfo.InvariantCulture)).ToList();
            rows = rows.Where(one => scores.Contains(one.Current!));
        }
        if (heard.SolutionInterest is not null)
        {
            var groups = GroupsOf(database, heard);
            rows = rows.Where(one => groups.Any(group => group.Id == one.BuyingGroupId));
        }
        if (PeopleOf(database, catalog, heard) is { } people)
            rows = rows.Where(one => people.Any(person => person.Id == one.PersonId));
        return rows.Select(one => new HeardRow { AccountId = one.AccountId, At = one.At });
    }

    private static IQueryable<BuyingGroup> GroupsOf(PortalDbContext database, JourneyEvent heard) =>
        heard.SolutionInterest?.Id is { } id ? database.BuyingGroups.Where(group => group.SolutionInterestId == id) : database.BuyingGroups;

    private static IQueryable<Domain.People.Person>? PeopleOf(PortalDbContext database, ConditionCatalog catalog, JourneyEvent heard) =>
        heard.Person is { } condition ? database.People.Where(ConditionTranslation.OfPeople(condition, catalog).Demand()) : null;
}
