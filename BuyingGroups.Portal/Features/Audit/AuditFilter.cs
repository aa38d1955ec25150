using System.Globalization;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Portal.Shell.Lists;

namespace BuyingGroups.Portal.Features.Audit;

/// <summary>Which lines of the audit log.</summary>
/// <param name="ActorId">Who made them.</param>
/// <param name="Action">The command, such as DisableUser.</param>
/// <param name="SubjectKind">Kind of thing changed.</param>
/// <param name="SubjectId">Its id; counts only with the kind.</param>
/// <param name="From">First day, in UTC.</param>
/// <param name="To">Last day, in UTC.</param>
public sealed record AuditFilter(int? ActorId = null, string? Action = null, string? SubjectKind = null, string? SubjectId = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Reads the filter from a list's address.</summary>
    public static AuditFilter Read(ListState state) => new(
        state.FilterNumber("who"), state.Filter("action"), state.Filter("kind"), state.Filter("subject"), Day(state.Filter("from")), Day(state.Filter("to")));

    internal IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries)
    {
        if (ActorId is { } actor)
            entries = entries.Where(e => e.ActorId == actor);
        if (Action is not null)
            entries = entries.Where(e => e.Action == Action);
        if (SubjectKind is not null)
            entries = entries.Where(e => e.SubjectKind == SubjectKind);
        if (SubjectKind is not null && SubjectId is not null)
            entries = entries.Where(e => e.SubjectId == SubjectId);
        if (From is { } from)
        {
            var first = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(e => e.At >= first);
        }
        if (To is { } to)
        {
            var end = to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(e => e.At < end);
        }
        return entries;
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
