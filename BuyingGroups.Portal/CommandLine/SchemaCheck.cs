using BuyingGroups.Data;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.CommandLine;

/// <summary>
/// Makes sure that program and database fit. The embedded SQLite file is migrated on the spot; on a server that is done by the
/// <c>migrate</c> command under its own account, and a node refuses to start on a schema that does not match.
/// </summary>
public sealed partial class SchemaCheck(PortalDatabase database, IEnumerable<ISeed> seeds, ILogger<SchemaCheck> logger)
{
    /// <summary>True when the schema is the program's own.</summary>
    public async Task<bool> ReadyAsync(CancellationToken cancellationToken)
    {
        await using var context = database.OpenRead();
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await context.Database.CanConnectAsync(cancellationToken) ? [.. await context.Database.GetAppliedMigrationsAsync(cancellationToken)] : new List<string>();
        if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer)
        {
            LogNewer(logger, newer);
            return false;
        }
        if (applied.Count < known.Count)
        {
            if (database.Provider.Name != "Sqlite")
            {
                LogOlder(logger, known.Count - applied.Count);
                return false;
            }
            await MigrateAsync(cancellationToken);
        }
        return true;
    }

    /// <summary>Brings the schema up to date and sows what every portal starts with.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = database.OpenRead();
        await database.Provider.MigrateAsync(context, cancellationToken);
        foreach (var seed in seeds)
            await seed.SowAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database has been migrated by a newer version of the portal ({Migration}). This version does not start on it; nothing was changed. Start the newer version.")]
    private static partial void LogNewer(ILogger logger, string migration);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database lacks {Count} migrations. The portal does not start on it; nothing was changed. Run the command “migrate” with an account that may change the schema.")]
    private static partial void LogOlder(ILogger logger, int count);
}

/// <summary>Something every portal starts with, such as the default roles. Sowing twice changes nothing.</summary>
public interface ISeed
{
    Task SowAsync(CancellationToken cancellationToken);
}
