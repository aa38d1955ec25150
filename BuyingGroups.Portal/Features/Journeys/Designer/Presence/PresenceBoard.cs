using BuyingGroups.Data;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Presence;

/// <summary>
/// Who has a journey open in the designer, over all nodes. A sign of life is no change to anything and so no command: nothing of it is in the audit log.
/// </summary>
public sealed class PresenceBoard(PortalDatabase database, TimeProvider clock)
{
    /// <summary>How often an open designer gives a sign of life.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    /// <summary>After so long without one somebody has gone.</summary>
    public static readonly TimeSpan Gone = TimeSpan.FromSeconds(35);

    /// <summary>So long after a change somebody counts as editing.</summary>
    public static readonly TimeSpan Editing = TimeSpan.FromMinutes(1);

    /// <summary>Says that a designer is open, and reads who else is here and how far the draft is.</summary>
    public async Task<PresenceLook> StayAsync(OpenedDesigner mine, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isNew = await database.WriteAsync(
            async (context, token) =>
            {
                await context.DesignerPresences.Where(p => p.SeenAt < now - Gone - Gone).ExecuteDeleteAsync(token);
                var renewed = await context.DesignerPresences.Where(p => p.Id == mine.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.SeenAt, now).SetProperty(p => p.EditedAt, mine.EditedAt).SetProperty(p => p.UserName, mine.UserName), token);
                if (renewed > 0 || !await context.Journeys.AnyAsync(j => j.Id == mine.JourneyId, token))
                    return (false, true);
                context.DesignerPresences.Add(new() { Id = mine.Id, JourneyId = mine.JourneyId, UserId = mine.UserId, UserName = mine.UserName, SeenAt = now, EditedAt = mine.EditedAt });
                await context.SaveChangesAsync(token);
                return (true, true);
            },
            cancellationToken);
        if (isNew)
            DesignerBell.Ring(mine.JourneyId);
        return await LookAsync(mine, cancellationToken);
    }

    /// <summary>Who else is here, those that edit first, and the version of the draft.</summary>
    public async Task<PresenceLook> LookAsync(OpenedDesigner mine, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var context = database.OpenRead();
        var rows = await context.DesignerPresences.Where(p => p.JourneyId == mine.JourneyId && p.Id != mine.Id && p.SeenAt > now - Gone).ToListAsync(cancellationToken);
        var version = await context.Journeys.Where(j => j.Id == mine.JourneyId).Select(j => (int?)j.Version).FirstOrDefaultAsync(cancellationToken);
        var others = rows.GroupBy(p => p.UserId)
            .Select(group => new PresentPerson(group.Key, group.First().UserName, group.Any(p => p.EditedAt > now - Editing), group.Key == mine.UserId))
            .OrderByDescending(person => person.IsEditing).ThenBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase);
        return new([.. others], version);
    }

    /// <summary>Says that a designer was closed.</summary>
    public async Task LeaveAsync(OpenedDesigner mine)
    {
        await database.WriteAsync((context, token) => context.DesignerPresences.Where(p => p.Id == mine.Id).ExecuteDeleteAsync(token), CancellationToken.None);
        DesignerBell.Ring(mine.JourneyId);
    }
}

/// <summary>One window in which somebody has a journey open.</summary>
/// <param name="Id">Its id.</param>
/// <param name="JourneyId">The journey.</param>
/// <param name="UserId">Who.</param>
/// <param name="UserName">By name.</param>
/// <param name="EditedAt">When something was last changed from there (UTC).</param>
public sealed record OpenedDesigner(string Id, int JourneyId, int UserId, string UserName, DateTime? EditedAt = null);

/// <summary>Somebody else, or oneself in another window.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Name">By name.</param>
/// <param name="IsEditing">Something was changed from there a moment ago.</param>
/// <param name="IsSelf">It is oneself.</param>
public sealed record PresentPerson(int UserId, string Name, bool IsEditing, bool IsSelf);

/// <summary>What a look at a journey found.</summary>
/// <param name="Others">Who else is here.</param>
/// <param name="Version">The version of the journey now; null: it was deleted.</param>
public sealed record PresenceLook(IReadOnlyList<PresentPerson> Others, int? Version);
