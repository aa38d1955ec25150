using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Activities;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>What happened to an account or a person, who did it, and what they did themselves; latest first, paged.</summary>
/// <param name="Kind">Account or person.</param>
/// <param name="Id">Its id.</param>
/// <param name="Page">Which page.</param>
/// <param name="Part">Only this part; null for everything.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindTimeline(RecordKind Kind, long Id, PageRequest Page, TimelinePart? Part = null) : IQuery<PageOf<TimelineRow>>;

/// <summary>What a line of a timeline is about.</summary>
public enum TimelinePart
{
    /// <summary>What people did, interesting moments among it.</summary>
    Activities,

    /// <summary>Roles in buying groups; for an account also stage and status of its groups.</summary>
    Groups,

    /// <summary>Fields that changed, and what else was done to the record.</summary>
    Data,
}

/// <summary>One line of a timeline: a field that changed, a role in a buying group, a move of a group, an activity, or something else that was done, such as making the record.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Who">Who or what did it; null when not known, as for what came in before history was kept.</param>
/// <param name="Field">Key of the field; null when the line is about none.</param>
/// <param name="Before">The value before; in a buying group the role.</param>
/// <param name="After">The value after; in a buying group the role, null when removed.</param>
/// <param name="Action">What was done, as the audit log names it; null for the beginning of a record that an import made.</param>
/// <param name="BuyingGroup">The buying group that it happened in.</param>
/// <param name="Person">The person it happened to, or who did it, on the timeline of an account.</param>
public sealed record TimelineRow(
    DateTime At, string? Who, string? Field, string? Before, string? After, string? Action = null, TimelineGroup? BuyingGroup = null, TimelinePerson? Person = null)
{
    /// <summary>The type of an activity.</summary>
    public string? Activity { get; init; }

    /// <summary>What is known of an activity.</summary>
    public IReadOnlyList<KnownOfActivity> Known { get; init; } = [];

    /// <summary>What it is about.</summary>
    public TimelinePart Part => Activity is not null ? TimelinePart.Activities : Field is "buyingGroup" or "stage" or "status" ? TimelinePart.Groups : TimelinePart.Data;
}

/// <summary>A buying group as a timeline names it.</summary>
public sealed record TimelineGroup(long Id, string Name);

/// <summary>A person as a timeline names them.</summary>
public sealed record TimelinePerson(long Id, string Name);

/// <summary>Reads it: the lines of a page first, by time alone, then what they say.</summary>
public sealed class FindTimelineHandler : IQueryHandler<FindTimeline, PageOf<TimelineRow>>
{
    public async Task<Outcome<PageOf<TimelineRow>>> HandleAsync(FindTimeline query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        (string Name, IQueryable<DateTime?>? CreatedAt) record = query.Kind switch
        {
            RecordKind.Account => ("account", database.Accounts.Where(a => a.Id == query.Id).Select(a => (DateTime?)a.CreatedAt)),
            RecordKind.Person => ("person", database.People.Where(p => p.Id == query.Id).Select(p => (DateTime?)p.CreatedAt)),
            _ => ("timeline", null),
        };
        if (record.CreatedAt is null || await record.CreatedAt.FirstOrDefaultAsync(cancellationToken) is not { } createdAt)
            return new NotFound(record.Name, query.Id);
        var source = new TimelineLines(database, query.Kind, query.Id, context.Caller.May(Permissions.BuyingGroupsView));
        var lines = source.Of(query.Part);
        var total = await lines.CountAsync(cancellationToken);
        var shown = await lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Kind).ThenByDescending(l => l.Id).Skip(query.Page.Skip).Take(query.Page.Take).ToListAsync(cancellationToken);
        var rows = await new TimelineRows(database, query.Kind).ReadAsync(shown, cancellationToken);
        List<TimelineRow> found = [.. shown.Select(line => rows[(line.Kind, line.Id)])];
        if (query.Part is TimelinePart.Activities or TimelinePart.Groups || await source.TellsBeginningAsync(cancellationToken))
            return new PageOf<TimelineRow>(found, total);
        // Nobody wrote down who made it, as in an import: when is known all the same, and nothing came before.
        if (query.Page.Skip <= total && found.Count < query.Page.Take)
            found.Add(new TimelineRow(createdAt, null, null, null, null));
        return new PageOf<TimelineRow>(found, total + 1);
    }
}
