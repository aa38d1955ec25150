using System.Globalization;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Notifications;

/// <summary>The caller's newest notifications.</summary>
/// <param name="Limit">How many, at most 100.</param>
[Requires(Permissions.SignedIn)]
public sealed record FindMyNotifications(int Limit) : IQuery<IReadOnlyList<Data.Views.Notification>>;

/// <summary>Marks notifications of the caller read.</summary>
/// <param name="Ids">Which ones; those of others are left alone.</param>
[Requires(Permissions.SignedIn)]
public sealed record MarkNotificationsRead(IReadOnlyList<long> Ids) : ICommand<Done>;

/// <summary>Reads them.</summary>
public sealed class FindMyNotificationsHandler : IQueryHandler<FindMyNotifications, IReadOnlyList<Data.Views.Notification>>
{
    public async Task<Outcome<IReadOnlyList<Data.Views.Notification>>> HandleAsync(FindMyNotifications query, QueryContext context, CancellationToken cancellationToken) =>
        await context.Database.Notifications.Where(n => n.UserId == context.Caller.UserId).OrderByDescending(n => n.Id).Take(Math.Clamp(query.Limit, 1, 100)).ToListAsync(cancellationToken);
}

/// <summary>Marks them.</summary>
public sealed class MarkNotificationsReadHandler : ICommandHandler<MarkNotificationsRead, Done>
{
    public async Task<Outcome<Done>> HandleAsync(MarkNotificationsRead command, CommandContext context, CancellationToken cancellationToken)
    {
        await context.Database.Notifications.Where(n => n.UserId == context.Caller.UserId && n.ReadAt == null && command.Ids.Contains(n.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, context.Now), cancellationToken);
        return Done.Instance;
    }
}

/// <summary>The bell in the top bar: tells when a job of the user has ended, whichever node ran it.</summary>
public sealed class MyNotifications(Gateway gateway, JobBoard board, IStringLocalizer<Text> texts) : INotifications
{
    private Action<string?>? _arrived;

    public event Action<string?>? Arrived
    {
        add
        {
            if (_arrived is null)
                board.Changed += Look;
            _arrived += value;
        }
        remove
        {
            _arrived -= value;
            if (_arrived is null)
                board.Changed -= Look;
        }
    }

    public async Task<IReadOnlyList<Notification>> LatestAsync(CurrentUser user, int limit, CancellationToken cancellation)
    {
        var found = await gateway.AskAsync(new FindMyNotifications(limit), cancellation);
        return
        [
            .. (found.Value ?? []).Select(n => new Notification(
                n.Id.ToString(CultureInfo.InvariantCulture),
                n.Tone switch { "ok" => NotificationKind.Done, "warn" => NotificationKind.Warning, "bad" => NotificationKind.Failed, _ => NotificationKind.Info },
                texts[n.Text, JobTitle.ArgumentsOf(n.Arguments)], null, new DateTimeOffset(n.At, TimeSpan.Zero), n.Link, n.ReadAt is not null)),
        ];
    }

    public async Task MarkReadAsync(CurrentUser user, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        await gateway.SendAsync(new MarkNotificationsRead([.. ids.Select(id => long.Parse(id, CultureInfo.InvariantCulture))]), cancellation);

    // The board changes whenever a job ends; what is new is then read for this user only.
    private void Look() => _arrived?.Invoke(null);
}
