using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>How engaged an account is, and who of it is in several buying groups.</summary>
/// <param name="Id">The account.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetAccountPicture(long Id) : IQuery<AccountPicture>;

/// <summary>The answer.</summary>
/// <param name="Engagement">The highest score of its groups, 0 to 100; null when it has none.</param>
/// <param name="Change">By how much that changed over thirty days; null before that was first counted.</param>
/// <param name="Members">People in at least one of its groups.</param>
/// <param name="Shared">How many of them are in several.</param>
/// <param name="Most">Those in most groups, at most <see cref="MostShown"/>.</param>
public sealed record AccountPicture(int? Engagement, int? Change, int Members, int Shared, IReadOnlyList<SharedPerson> Most)
{
    /// <summary>Most people named.</summary>
    public const int MostShown = 5;
}

/// <summary>Somebody in several buying groups.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="JobTitle">Their title.</param>
/// <param name="SolutionInterests">What the groups are for.</param>
public sealed record SharedPerson(long Id, string Name, string? JobTitle, IReadOnlyList<string> SolutionInterests);

public sealed class GetAccountPictureHandler : IQueryHandler<GetAccountPicture, AccountPicture>
{
    private const double Hundredths = 100;

    public async Task<Outcome<AccountPicture>> HandleAsync(GetAccountPicture query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var highest = await database.BuyingGroups.Where(g => g.AccountId == query.Id).MaxAsync(g => (double?)g.EngagementScore, cancellationToken);
        var change = await database.AccountScores.Where(s => s.AccountId == query.Id).Select(s => (int?)s.Change30).FirstOrDefaultAsync(cancellationToken);
        var members = database.Members.Where(m => m.IsActive && m.BuyingGroup!.AccountId == query.Id);
        var counted = members.GroupBy(m => m.PersonId).Select(same => new { PersonId = same.Key, Groups = same.Count() });
        var shared = counted.Where(one => one.Groups > 1);
        var most = await shared.OrderByDescending(one => one.Groups).ThenBy(one => one.PersonId).Take(AccountPicture.MostShown).Select(one => one.PersonId).ToListAsync(cancellationToken);
        var named = (await members.Where(m => most.Contains(m.PersonId))
            .Select(m => new { m.PersonId, m.Person!.FirstName, m.Person.LastName, m.Person.Email, m.Person.JobTitle, Solution = m.BuyingGroup!.SolutionInterest!.Name }).ToListAsync(cancellationToken))
            .ToLookup(m => m.PersonId);
        return new AccountPicture(
            highest is { } score ? EngagementScoring.Shown(score) : null, change is { } hundredths ? (int)Math.Round(hundredths / Hundredths, MidpointRounding.AwayFromZero) : null, await counted.CountAsync(cancellationToken), await shared.CountAsync(cancellationToken),
            [
                .. most.Select(id => named[id].ToList()).Where(rows => rows.Count > 0).Select(rows => new SharedPerson(
                    rows[0].PersonId, PersonName.Display(rows[0].FirstName, rows[0].LastName, rows[0].Email), rows[0].JobTitle, [.. rows.Select(row => row.Solution).Order(StringComparer.CurrentCulture)])),
            ]);
    }
}
