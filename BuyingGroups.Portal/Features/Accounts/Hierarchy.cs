using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Reads and checks the hierarchy of accounts. Companies are a few levels deep, so it is walked a step at a time.</summary>
internal static class Hierarchy
{
    /// <summary>More levels than any company has; ends the walk should imported data go in a circle.</summary>
    private const int LevelsMost = 50;

    /// <summary>The account <paramref name="parentId"/>, its parent, and so on to the top.</summary>
    public static async Task<IReadOnlyList<AccountLink>> AncestorsAsync(this PortalDbContext database, long? parentId, CancellationToken cancellationToken)
    {
        var ancestors = new List<AccountLink>();
        while (parentId is { } id && ancestors.Count < LevelsMost && ancestors.TrueForAll(known => known.Id != id))
        {
            var step = await database.Accounts.Where(a => a.Id == id)
                .Select(a => new { Link = new AccountLink(a.Id, a.Name, a.Industry, a.BillingCountry, a.People.Count), a.ParentAccountId }).FirstOrDefaultAsync(cancellationToken);
            if (step is null)
                break;
            ancestors.Add(step.Link);
            parentId = step.ParentAccountId;
        }
        return ancestors;
    }

    /// <summary>Refuses a parent that is gone or would close a circle.</summary>
    public static async Task<Refusal?> ParentProblemAsync(this CommandContext context, long accountId, long? parentId, CancellationToken cancellationToken)
    {
        if (parentId is null)
            return null;
        var lineage = await context.Database.AncestorsAsync(parentId, cancellationToken);
        return lineage.Count == 0 ? new NotFound("account", parentId.Value) : AccountRules.ParentProblem(accountId, [.. lineage.Select(a => (a.Id, a.Name))]);
    }
}
