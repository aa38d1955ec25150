using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>
/// Makes two records of one person one: the one that stays gains what it lacked, the places in buying groups by precedence, the activities and
/// what journeys have still to send. The other is deleted; its source key leads to the one that stays. Accounts inside journeys go on where they are: nobody's path depends on which record it was.
/// </summary>
/// <param name="StaysId">The record that stays.</param>
/// <param name="GoesId">The record that goes.</param>
[Requires(Permissions.AccountsManage)]
public sealed record MergePeople(long StaysId, long GoesId) : ICommand<PeopleMerged>;

/// <summary>What the record that stays would gain.</summary>
/// <param name="StaysId">The record that would stay.</param>
/// <param name="GoesId">The record that would go.</param>
[Requires(Permissions.AccountsManage)]
public sealed record PreviewMerge(long StaysId, long GoesId) : IQuery<MergePreview>;

/// <summary>What was merged.</summary>
/// <param name="Id">The record that stays.</param>
/// <param name="Fields">How many fields it gained.</param>
/// <param name="BuyingGroups">In how many groups a place was handed over.</param>
/// <param name="Activities">How many activities it gained.</param>
public sealed record PeopleMerged(long Id, int Fields, int BuyingGroups, int Activities);

/// <summary>What a merge would do.</summary>
/// <param name="Stays">Name of the record that would stay.</param>
/// <param name="Goes">Name of the one that would go.</param>
/// <param name="Gains">Texts by field key.</param>
/// <param name="RolesGained">Roles in the account.</param>
/// <param name="CustomFields">The custom fields, to name them.</param>
/// <param name="BuyingGroups">Names of groups in which the other has a place; at most ten.</param>
/// <param name="Activities">How many activities the other has, counted to 1,000.</param>
public sealed record MergePreview(
    string Stays, string Goes, IReadOnlyDictionary<string, string?> Gains, IReadOnlyList<string> RolesGained, IReadOnlyList<CustomField> CustomFields, IReadOnlyList<string> BuyingGroups, int Activities);

/// <summary>A record cannot be merged with itself.</summary>
public sealed record SamePerson() : Refusal("This is one and the same record. Nothing was changed; choose another person.");

/// <summary>Membership of buying groups hangs on the account, so both must belong to one.</summary>
/// <param name="First">Name of the one.</param>
/// <param name="Second">Name of the other.</param>
public sealed record PeopleOfTwoAccounts(string First, string Second) : Refusal("{0} and {1} belong to two accounts. Nothing was changed; only people of one account can be merged.", First, Second);

/// <summary>Merges them.</summary>
public sealed class MergePeopleHandler(MembershipHandover handover, EngagementRecount engagement) : ICommandHandler<MergePeople, PeopleMerged>
{
    public async Task<Outcome<PeopleMerged>> HandleAsync(MergePeople command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var pair = await PersonPair.ReadAsync(database, command.StaysId, command.GoesId, cancellationToken);
        if (!pair.Succeeded)
            return Outcome<PeopleMerged>.Refused(pair.Refusals);
        var (stays, goes, customFields) = pair.Value;
        var edited = RecordEdit.Apply(stays, stays.FieldValues, PersonRules.Fields, customFields, PersonMerge.Gains(stays, goes, customFields));
        if (!edited.Succeeded)
            return Outcome<PeopleMerged>.Refused(edited.Refusals);
        List<FieldChange> changes = [.. edited.Value, new("merged", null, goes.DisplayName)];
        foreach (var role in PersonMerge.RolesGained(stays, goes))
        {
            stays.RolesInAccount.Add(new RoleInAccount { Name = role });
            changes.Add(new FieldChange("roleInAccount", null, role));
        }
        stays.EngagementScore = Math.Max(stays.EngagementScore, goes.EngagementScore);
        database.Entry(stays).Property(p => p.UpdatedAt).IsModified = true;
        context.NoteChanges(RecordKind.Person, stays.Id, stays.AccountId, changes);
        await database.SaveChangesAsync(cancellationToken);

        var groups = await handover.HandOverAsync(database, goes.Id, stays.Id, context.ActorId, context.Now, cancellationToken);
        var activities = await database.Activities.Where(a => a.PersonId == goes.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.PersonId, stays.Id), cancellationToken);
        await database.ChangeEvents.Where(e => e.PersonId == goes.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.PersonId, stays.Id), cancellationToken);
        await HandOverMessagesAsync(database, goes.Id, stays.Id, cancellationToken);
        await HandOverEngagementAsync(database, goes.Id, stays.Id, cancellationToken);
        await database.MergedKeys.Where(k => k.PersonId == goes.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.PersonId, stays.Id), cancellationToken);
        database.MergedKeys.Add(new MergedKey { SourceKey = goes.SourceKey, PersonId = stays.Id });
        await database.RecordChanges.Where(c => c.SubjectKind == RecordKind.Person && c.SubjectId == goes.Id).ExecuteDeleteAsync(cancellationToken);
        await engagement.ForgetAsync(database, goes.Id, cancellationToken);
        await engagement.RecountAsync(database, stays.Id, context.Now, cancellationToken);
        database.People.Remove(goes);
        await database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(RecordKind.Person), stays.Id, stays.DisplayName, null, new { Merged = goes.Id, Fields = changes.Select(change => change.Field), BuyingGroups = groups, Activities = activities });
        return new PeopleMerged(stays.Id, changes.Count - 1, groups, activities);
    }

    /// <summary>What is not sent yet goes to the record that stays, unless the same goes there already: nobody gets it twice.</summary>
    private static async Task HandOverMessagesAsync(PortalDbContext database, long from, long to, CancellationToken cancellationToken)
    {
        var own = database.OutboxMessages.Where(m => m.PersonId == to);
        await database.OutboxMessages.Where(m => m.PersonId == from && !own.Any(other => other.NodeKey == m.NodeKey && other.EntryId == m.EntryId))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.PersonId, to), cancellationToken);
        await database.OutboxMessages.Where(m => m.PersonId == from).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Journeys that counted both as engaged count one person from now on.</summary>
    private static async Task HandOverEngagementAsync(PortalDbContext database, long from, long to, CancellationToken cancellationToken)
    {
        var own = database.JourneyEngagements.Where(e => e.PersonId == to);
        await database.JourneyEngagements.Where(e => e.PersonId == from && !own.Any(other => other.JourneyId == e.JourneyId))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PersonId, to), cancellationToken);
        var twice = database.JourneyEngagements.Where(e => e.PersonId == from);
        await database.JourneyEngagementMarks.Where(m => twice.Any(e => e.JourneyId == m.JourneyId)).ExecuteUpdateAsync(set => set.SetProperty(m => m.People, m => m.People - 1), cancellationToken);
        await twice.ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Shows what it would do.</summary>
public sealed class PreviewMergeHandler : IQueryHandler<PreviewMerge, MergePreview>
{
    private const int MostGroups = 10;
    private const int MostActivities = 1_000;

    public async Task<Outcome<MergePreview>> HandleAsync(PreviewMerge query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var pair = await PersonPair.ReadAsync(database, query.StaysId, query.GoesId, cancellationToken);
        if (!pair.Succeeded)
            return Outcome<MergePreview>.Refused(pair.Refusals);
        var (stays, goes, customFields) = pair.Value;
        return new MergePreview(
            stays.DisplayName, goes.DisplayName, PersonMerge.Gains(stays, goes, customFields), PersonMerge.RolesGained(stays, goes), customFields,
            await database.Members.Where(m => m.PersonId == goes.Id && m.IsActive).OrderBy(m => m.BuyingGroup!.NormalizedName).Select(m => m.BuyingGroup!.Name).Take(MostGroups).ToListAsync(cancellationToken),
            await database.Activities.Where(a => a.PersonId == goes.Id).Take(MostActivities).CountAsync(cancellationToken));
    }
}

/// <summary>Two records of one person, as read for merging them.</summary>
internal sealed record PersonPair(Person Stays, Person Goes, IReadOnlyList<CustomField> CustomFields)
{
    public static async Task<Outcome<PersonPair>> ReadAsync(PortalDbContext database, long staysId, long goesId, CancellationToken cancellationToken)
    {
        if (staysId == goesId)
            return new SamePerson();
        var people = await database.People.Include(p => p.FieldValues).Include(p => p.RolesInAccount).AsSplitQuery().Where(p => p.Id == staysId || p.Id == goesId).ToListAsync(cancellationToken);
        if (people.FirstOrDefault(p => p.Id == staysId) is not { } stays)
            return new NotFound("person", staysId);
        if (people.FirstOrDefault(p => p.Id == goesId) is not { } goes)
            return new NotFound("person", goesId);
        if (stays.AccountId != goes.AccountId)
            return new PeopleOfTwoAccounts(stays.DisplayName, goes.DisplayName);
        return new PersonPair(stays, goes, await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Person).OrderBy(f => f.NormalizedName).ToListAsync(cancellationToken));
    }
}
