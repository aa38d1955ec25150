using BuyingGroups.Data.Imports;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Brings the demo's two files in through the same import that a marketer uses, mapped as it guesses by itself.</summary>
public sealed class DemoImports(PortalGateway gateway)
{
    /// <summary>Imports both files and tells what became of their rows.</summary>
    public async Task<IReadOnlyList<DemoImported>> RunAsync(DemoSize size, Caller caller, DemoJobs jobs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("buyinggroups-demo-");
        try
        {
            DemoFiles.Write(size, folder.FullName);
            return
            [
                await ImportAsync(ImportKind.Accounts, Path.Combine(folder.FullName, DemoFiles.AccountsFile), caller, jobs, cancellationToken),
                await ImportAsync(ImportKind.People, Path.Combine(folder.FullName, DemoFiles.PeopleFile), caller, jobs, cancellationToken),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<DemoImported> ImportAsync(ImportKind kind, string path, Caller caller, DemoJobs jobs, CancellationToken cancellationToken)
    {
        ReceivedFile received;
        await using (var file = File.OpenRead(path))
            received = (await gateway.AskAsync(new ReceiveImportFile(kind, file), caller, cancellationToken)).Demand();
        var id = (await gateway.SendAsync(new AddImportFile(kind, $"demo-{Path.GetFileName(path)}", received), caller, cancellationToken)).Demand();
        var job = (await gateway.SendAsync(new StartImport(id), caller, cancellationToken)).Demand();
        await jobs.FinishAsync(job, cancellationToken);
        var done = (await gateway.AskAsync(new GetImport(id), caller, cancellationToken)).Demand();
        // An import that changed nothing would only be noise among the real ones.
        if (done is { Created: 0, Updated: 0 })
            (await gateway.SendAsync(new DeleteImport(id), caller, cancellationToken)).Demand();
        return new DemoImported(kind, done.Created, done.Updated, done.Unchanged, done.Rejected, [.. done.Reasons.Select(reason => (reason.Reason, reason.Count))]);
    }
}

/// <summary>What became of a file.</summary>
public sealed record DemoImported(ImportKind Kind, long Created, long Updated, long Unchanged, long Rejected, IReadOnlyList<(string Reason, long Count)> Reasons);
