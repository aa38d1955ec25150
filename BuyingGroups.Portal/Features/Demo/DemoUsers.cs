using BuyingGroups.Data;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>One user per default role, for trying the portal; the one of sales looks after some accounts. Their passwords are random and told once; nobody else knows them.</summary>
public sealed class DemoUsers(PortalGateway gateway, PortalDatabase database, DefaultRoles roles)
{
    private static readonly (string Role, string Name, string Email)[] People =
    [
        ("Marketer", "Anna Berg", "anna.berg@portal.example"),
        ("Sales", "Tomás Rivera", "tomas.rivera@portal.example"),
        ("Admin", "Sofia Wallin", "sofia.wallin@portal.example"),
    ];

    /// <summary>Makes those that are missing.</summary>
    /// <returns>Those made now, with their passwords.</returns>
    public async Task<IReadOnlyList<DemoUser>> MakeMissingAsync(Caller caller, CancellationToken cancellationToken)
    {
        await roles.SowAsync(cancellationToken);
        await using var read = database.OpenRead();
        var there = await read.Users.Select(u => u.NormalizedEmail).ToListAsync(cancellationToken);
        var roleIds = await read.Roles.ToDictionaryAsync(r => r.NormalizedName!, r => r.Id, StringComparer.Ordinal, cancellationToken);
        var made = new List<DemoUser>();
        foreach (var (role, name, email) in People.Where(person => !there.Contains(person.Email.ToUpperInvariant())))
        {
            var user = (await gateway.SendAsync(new CreateUser(email, name, [roleIds[role.ToUpperInvariant()]], MustChangePassword: false), caller, cancellationToken)).Demand();
            made.Add(new DemoUser(role, name, email, user.InitialPassword!));
            if (role == "Sales")
                await LookAfterAsync(user.Id, caller, cancellationToken);
        }
        return made;
    }

    /// <summary>Gives the sales user some accounts, so that the home page has something to say.</summary>
    private async Task LookAfterAsync(int userId, Caller caller, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var accounts = await read.Accounts.Where(a => a.OwnerId == null && a.People.Any()).OrderBy(a => a.SourceKey).Select(a => a.Id).Take(AssignOwner.Most).ToListAsync(cancellationToken);
        if (accounts.Count > 0)
            (await gateway.SendAsync(new AssignOwner(accounts, userId), caller, cancellationToken)).Demand();
    }
}

/// <summary>A user made for the demo; the password is known here and nowhere else.</summary>
public sealed record DemoUser(string Role, string Name, string Email, string Password)
{
    /// <summary>Never the password: records get logged.</summary>
    public override string ToString() => $"{Name} ({Role})";
}
