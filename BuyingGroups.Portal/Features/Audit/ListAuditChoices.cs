using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Security.SignIn;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audit;

/// <summary>What the filters of the audit log offer.</summary>
[Requires(Permissions.AuditView)]
public sealed record ListAuditChoices : IQuery<AuditChoices>;

/// <summary>Who has changed something, and the actions there are.</summary>
public sealed record AuditChoices(IReadOnlyList<(int Id, string Name)> Actors, IReadOnlyList<string> Actions);

public sealed class ListAuditChoicesHandler : IQueryHandler<ListAuditChoices, AuditChoices>
{
    private const int MostActors = 500;

    // Known from the code: asking a log of millions of lines for its distinct actions takes seconds.
    private static readonly string[] Actions =
    [
        .. typeof(ListAuditChoicesHandler).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)))
            .Select(t => t.Name)
            .Concat([SignInAudit.SignedIn, SignInAudit.Failed, SignInAudit.LockedOut, SignInAudit.SignedOut])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public async Task<Outcome<AuditChoices>> HandleAsync(ListAuditChoices query, QueryContext context, CancellationToken cancellationToken)
    {
        var actors = await context.Database.Actors.OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => new { a.Id, a.Name }).Take(MostActors).ToListAsync(cancellationToken);
        return new AuditChoices(actors.ConvertAll(a => (a.Id, a.Name)), Actions);
    }
}
