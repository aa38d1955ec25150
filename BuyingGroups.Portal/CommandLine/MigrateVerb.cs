using BuyingGroups.Data;
using BuyingGroups.Portal.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.CommandLine;

/// <summary><c>migrate</c>: brings the database to this version's schema, Quartz's tables included.</summary>
public sealed class MigrateVerb(PortalDatabase database, SchemaCheck schema, QuartzSchema quartz) : ICommandLineVerb
{
    public string Name => "migrate";

    public string Usage => "";

    public string Summary => "Bring the database to this version's schema.";

    public bool NeedsSchema => false;

    public async Task<int> RunAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        await using var context = database.OpenRead();
        var pending = await context.Database.CanConnectAsync(cancellationToken)
            ? (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList()
            : [.. context.Database.GetMigrations()];
        await schema.MigrateAsync(cancellationToken);
        await quartz.ProvisionAsync(cancellationToken);
        foreach (var migration in pending)
            await output.WriteLineAsync($"Applied {migration}");
        await output.WriteLineAsync(pending.Count == 0 ? "The database is up to date." : $"The database is up to date: {pending.Count} migrations applied.");
        return 0;
    }
}
