using System.Globalization;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups.Details;

/// <summary>A portion of the members of one group.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="AfterId">The last person of the portion before; 0 to begin.</param>
[Requires(Permissions.DataExport)]
public sealed record ExportMembers(long BuyingGroupId, long AfterId) : IQuery<ExportPortion>;

/// <summary>Offers the members of a group for download.</summary>
public sealed class MemberExport : IListExport
{
    private const string GroupKey = "group";

    public string List => "members";

    /// <summary>Where the members of a group are downloaded.</summary>
    public static string Address(long groupId) => string.Create(CultureInfo.InvariantCulture, $"/export/members?{GroupKey}={groupId}");

    public IQuery<ExportPortion> Portion(ListState state, long afterId)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new ExportMembers(long.TryParse(state.Filter(GroupKey), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0, afterId);
    }
}

/// <summary>Reads them.</summary>
public sealed class ExportMembersHandler : IQueryHandler<ExportMembers, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportMembers query, QueryContext context, CancellationToken cancellationToken)
    {
        if (!context.Caller.May(Permissions.BuyingGroupsView))
            return new AccessDenied(Permissions.BuyingGroupsView);
        var database = context.Database;
        if (await database.BuyingGroups.Where(g => g.Id == query.BuyingGroupId).Select(g => new { g.Name, Account = g.Account!.Name }).FirstOrDefaultAsync(cancellationToken) is not { } group)
            return new NotFound("buying group", query.BuyingGroupId);
        var rows = await database.Members.Where(m => m.BuyingGroupId == query.BuyingGroupId && m.IsActive && m.PersonId > query.AfterId)
            .OrderBy(m => m.PersonId).Take(ExportPortion.Size)
            .Select(m => new
            {
                m.PersonId,
                m.Person!.SourceKey,
                m.Person.FirstName,
                m.Person.LastName,
                m.Person.JobTitle,
                m.Person.Email,
                m.Person.Phone,
                Role = m.Role!.Name,
                m.Source,
                m.Person.EngagementScore,
                m.ChangedAt,
            })
            .ToListAsync(cancellationToken);
        return ExportPortion.Of(
            ["Buying group", "Account", "Person source key", "First name", "Last name", "Role", "Job title", "Email", "Phone", "Source", "Score", "Changed (UTC)"],
            rows, row => row.PersonId, row =>
            [
                group.Name, group.Account, row.SourceKey, row.FirstName, row.LastName, row.Role, row.JobTitle, row.Email, row.Phone, row.Source.ToString(),
                CsvCell.Number((long)Math.Round(row.EngagementScore, MidpointRounding.AwayFromZero)), CsvCell.Moment(row.ChangedAt),
            ]);
    }
}
