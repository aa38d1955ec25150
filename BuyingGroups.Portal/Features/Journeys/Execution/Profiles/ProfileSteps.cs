using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Sets a field of the accounts by the same rules as a form, with its history and the event that journeys listen for.</summary>
public sealed class UpdateAccountProfileStep : JourneyStep<UpdateAccountProfileSettings>
{
    protected override async Task RunAsync(UpdateAccountProfileSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        var lanes = at.Node.Lanes.Where(run.Lanes.ContainsKey).ToList();
        var accounts = await run.Database.Accounts.Include(account => account.FieldValues)
            .Where(account => run.Database.JourneyWork.Any(work => work.AccountId == account.Id && lanes.Contains(work.Lane))).ToListAsync(cancellationToken);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { [settings.Field] = settings.Value };
        foreach (var account in accounts)
        {
            var changes = RecordEdit.Apply(account, account.FieldValues, AccountRules.Fields, run.Catalog.CustomFields, values).Demand();
            ProfileChanges.Note(run, at, RecordKind.Account, account.Id, account.Id, null, changes);
        }
        await ProfileChanges.SaveAsync(run, cancellationToken);
    }
}

/// <summary>The same for people.</summary>
public sealed class UpdatePersonProfileStep : JourneyStep<UpdatePersonProfileSettings>
{
    protected override async Task RunAsync(UpdatePersonProfileSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        var lanes = at.Node.Lanes.Where(run.Lanes.ContainsKey).ToList();
        var people = run.Database.People.Include(person => person.FieldValues);
        var onPath = at.Node.PeopleLane is { } lane
            ? people.Where(person => run.Database.JourneyWorkPeople.Any(one => one.PersonId == person.Id && one.Lane == lane))
            : people.Where(person => run.Database.JourneyWork.Any(work => work.AccountId == person.AccountId && lanes.Contains(work.Lane)));
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { [settings.Field] = settings.Value };
        foreach (var person in await onPath.ToListAsync(cancellationToken))
        {
            var changes = RecordEdit.Apply(person, person.FieldValues, PersonRules.Fields, run.Catalog.CustomFields, values).Demand();
            ProfileChanges.Note(run, at, RecordKind.Person, person.Id, person.AccountId, person.Id, changes);
        }
        await ProfileChanges.SaveAsync(run, cancellationToken);
    }
}

/// <summary>What the two have in common.</summary>
internal static class ProfileChanges
{
    public static void Note(SegmentRun run, StepAt at, RecordKind kind, long id, long accountId, long? personId, IReadOnlyList<FieldChange> changes)
    {
        foreach (var change in changes)
        {
            run.Database.RecordChanges.Add(new RecordChange
            {
                SubjectKind = kind,
                SubjectId = id,
                Field = change.Field,
                Before = change.Before,
                After = change.After,
                At = run.Now,
                ActorId = at.Node.ActorId,
            });
            run.Database.ChangeEvents.Add(new ChangeEvent
            {
                Kind = kind == RecordKind.Account ? ChangeEventKind.AccountData : ChangeEventKind.PersonData,
                AccountId = accountId,
                PersonId = personId,
                Field = change.Field,
                Previous = change.Before,
                Current = change.After,
                At = run.Now,
                ActorId = at.Node.ActorId,
            });
        }
    }

    public static async Task SaveAsync(SegmentRun run, CancellationToken cancellationToken)
    {
        await run.Database.SaveChangesAsync(cancellationToken);
        run.Database.ChangeTracker.Clear();
    }
}
