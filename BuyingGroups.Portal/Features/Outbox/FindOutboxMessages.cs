using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Outbox;

/// <summary>What journeys send out of the house and how it stands, newest first, paged.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Status">Only these.</param>
/// <param name="Kind">Only these; null for all.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record FindOutboxMessages(PageRequest Page, OutboxStatus Status = OutboxStatus.Dead, string? Kind = null) : IQuery<PageOf<OutboxRow>>;

/// <summary>How many messages stand how, each counted to at most 10,000.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record CountOutbox : IQuery<IReadOnlyDictionary<OutboxStatus, int>>;

/// <summary>One message.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">Key of the kind of node that sends it.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Journey">The journey; null when it was deleted.</param>
/// <param name="JourneyId">Its id.</param>
/// <param name="Node">The node's id in the drawing.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Account">Its name; null when it was deleted.</param>
/// <param name="Person">Who it goes to; null when it is about the account, or the person was erased.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="CreatedAt">When the journey sent it (UTC).</param>
/// <param name="NextAt">When it is tried next, while it waits (UTC).</param>
/// <param name="SentAt">When it was delivered (UTC).</param>
/// <param name="Error">Why the last try failed.</param>
public sealed record OutboxRow(
    long Id, string Kind, OutboxStatus Status, string? Journey, int? JourneyId, string? Node, long AccountId, string? Account, string? Person, int Attempts,
    DateTime CreatedAt, DateTime? NextAt, DateTime? SentAt, string? Error);

/// <summary>Reads them.</summary>
public sealed class FindOutboxMessagesHandler : IQueryHandler<FindOutboxMessages, PageOf<OutboxRow>>, IQueryHandler<CountOutbox, IReadOnlyDictionary<OutboxStatus, int>>
{
    private const int Cap = 10_000;

    public async Task<Outcome<PageOf<OutboxRow>>> HandleAsync(FindOutboxMessages query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var messages = database.OutboxMessages.Where(m => m.Status == query.Status);
        if (query.Kind is { } kind)
            messages = messages.Where(m => m.Kind == kind);
        var total = await messages.Select(m => m.Id).Take(Cap + 1).CountAsync(cancellationToken);
        var page = messages.OrderByDescending(m => m.NextAt).ThenByDescending(m => m.Id).Skip(query.Page.Skip).Take(query.Page.Take);
        var rows = await page.Select(m => new
        {
            Message = m,
            Node = database.JourneyNodeKeys.Where(k => k.Id == m.NodeKey)
                .Join(database.JourneyVersions, k => k.JourneyVersionId, v => v.Id, (k, v) => new { k.NodeId, v.JourneyId })
                .Join(database.Journeys, v => v.JourneyId, j => j.Id, (v, j) => new { v.NodeId, j.Id, j.Name }).FirstOrDefault(),
            Account = database.Accounts.Where(a => a.Id == m.AccountId).Select(a => a.Name).FirstOrDefault(),
            Person = database.People.Where(p => p.Id == m.PersonId).Select(p => new { p.FirstName, p.LastName, p.Email }).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var found = rows.OrderByDescending(row => row.Message.NextAt).ThenByDescending(row => row.Message.Id).Select(row => new OutboxRow(
            row.Message.Id, row.Message.Kind, row.Message.Status, row.Node?.Name, row.Node?.Id, row.Node?.NodeId, row.Message.AccountId, row.Account,
            row.Person is null ? null : PersonName.Display(row.Person.FirstName, row.Person.LastName, row.Person.Email), row.Message.Attempts,
            JourneyEntries.Moment(row.Message.CreatedAt)!.Value, row.Message.Status == OutboxStatus.Waiting ? JourneyEntries.Moment(row.Message.NextAt) : null,
            JourneyEntries.Moment(row.Message.SentAt), row.Message.Error));
        return new PageOf<OutboxRow>([.. found], Math.Min(total, Cap), total > Cap);
    }

    public async Task<Outcome<IReadOnlyDictionary<OutboxStatus, int>>> HandleAsync(CountOutbox query, QueryContext context, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<OutboxStatus, int>();
        foreach (var status in Enum.GetValues<OutboxStatus>())
            counts[status] = await context.Database.OutboxMessages.Where(m => m.Status == status).Select(m => m.Id).Take(Cap).CountAsync(cancellationToken);
        return counts;
    }
}
