using BuyingGroups.Data;
using BuyingGroups.Data.Imports;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>
/// Clears away what nobody came back to: imports that were uploaded and never started, and files in storage that no import names, left
/// when somebody closed the browser during an upload.
/// </summary>
public sealed class RemoveAbandonedUploads(PortalGateway gateway, PortalDatabase database, ImportStorage storage, TimeProvider clock) : IJob
{
    public static readonly JobKey Key = new("remove-abandoned-uploads");

    /// <summary>How long an uploaded file waits to be started.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>How long a file may be without an import: an upload of the largest file takes less.</summary>
    public static readonly TimeSpan Arrives = TimeSpan.FromDays(1);

    private static readonly Caller Cleaner = Callers.Job("remove-abandoned-uploads", "Removal of abandoned uploads");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RunAsync(cancellationToken);

    /// <summary>Removes what is abandoned by now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Waits;
        await using var read = database.OpenRead();
        foreach (var id in await read.ImportFiles.Where(f => f.Status == ImportStatus.Uploaded && f.CreatedAt < before).Select(f => f.Id).ToListAsync(cancellationToken))
            await gateway.SendAsync(new DeleteImport(id), Cleaner, cancellationToken);
        // Looked at before the database: a file that gets its import in between is named there by then.
        var lying = storage.KeptBefore(now - Arrives);
        var named = (await read.ImportFiles.Where(f => f.StoredAs != null).Select(f => f.StoredAs!).ToListAsync(cancellationToken)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in lying.Where(name => !named.Contains(name)))
            storage.Remove(name);
    }
}
