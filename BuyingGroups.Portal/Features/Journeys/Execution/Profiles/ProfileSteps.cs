using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Records;
using BuyingGroups.Portal.Features.Records;
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
            RecordHistory.NoteChanges(run.Database, RecordKind.Account, account.Id, account.Id, changes, at.Node.ActorId, run.Now);
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
            RecordHistory.NoteChanges(run.Database, RecordKind.Person, person.Id, person.AccountId, changes, at.Node.ActorId, run.Now);
        }
        await ProfileChanges.SaveAsync(run, cancellationToken);
    }
}

/// <summary>What the two have in common.</summary>
internal static class ProfileChanges
{
    public static async Task SaveAsync(SegmentRun run, CancellationToken cancellationToken)
    {
        await run.Database.SaveChangesAsync(cancellationToken);
        run.Database.ChangeTracker.Clear();
    }
}
