using BuyingGroups.Data;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Users;

/// <summary><c>create-admin</c>: makes an admin, also when no other can sign in any more.</summary>
public sealed class CreateAdminVerb(PortalGateway gateway, PortalDatabase database, DefaultRoles roles) : ICommandLineVerb
{
    public string Name => "create-admin";

    public string Usage => "--email EMAIL --name NAME [--password-stdin]";

    public string Summary => "Make an admin. Without --password-stdin a random password is printed once.";

    public async Task<int> RunAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments.Value("--email") is not { } email || arguments.Value("--name") is not { } name)
        {
            await output.WriteLineAsync($"Usage: {Name} {Usage}");
            return 2;
        }
        var password = arguments.Has("--password-stdin") ? await Console.In.ReadLineAsync(cancellationToken) ?? "" : null;
        await roles.SowAsync(cancellationToken);
        int admin;
        await using (var context = database.OpenRead())
            admin = await context.Roles.Where(r => r.NormalizedName == "ADMIN").Select(r => r.Id).SingleAsync(cancellationToken);
        var outcome = await gateway.SendAsync(new CreateUser(email, name, [admin], password, MustChangePassword: password is null), Callers.CommandLine, cancellationToken);
        var made = outcome.Demand();
        await output.WriteLineAsync($"{email} can sign in as admin.");
        if (made.InitialPassword is { } initial)
            await output.WriteLineAsync($"Password, shown only now and to be replaced at the first sign-in: {initial}");
        return 0;
    }
}
