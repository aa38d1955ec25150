using System.Text;
using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Imports;

/// <summary>A portal into which files are imported the way the wizard does it: receive, add, map, start, run.</summary>
internal sealed class ImportHouse : IAsyncDisposable
{
    private ImportHouse(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public static async Task<ImportHouse> OpenAsync(DatabaseKind kind = DatabaseKind.Sqlite) => new(await TestPortal.CreateAsync(kind));

    /// <summary>Uploads <paramref name="text"/> and keeps the guessed mapping, changed by <paramref name="change"/>.</summary>
    public Task<int> UploadAsync(ImportKind kind, string text, Func<MappingChoice, MappingChoice>? change = null) =>
        UploadAsync(kind, new MemoryStream(Encoding.UTF8.GetBytes(text)), change);

    public async Task<int> UploadAsync(ImportKind kind, Stream content, Func<MappingChoice, MappingChoice>? change = null)
    {
        var received = (await Portal.AskAsync(new ReceiveImportFile(kind, content))).Demand();
        var id = (await Portal.SendAsync(new AddImportFile(kind, "file.csv", received))).Demand();
        if (change is not null)
        {
            (await Portal.SendAsync(new SaveImportSettings(id, received.Settings with { Mapping = change(received.Settings.Mapping) }))).Demand();
        }

        return id;
    }

    /// <summary>Uploads, starts and runs an import to its end.</summary>
    public async Task<ImportDetails> ImportAsync(ImportKind kind, string text, Func<MappingChoice, MappingChoice>? change = null) =>
        await RunAsync(await UploadAsync(kind, text, change));

    public async Task<ImportDetails> RunAsync(int id)
    {
        (await Portal.SendAsync(new StartImport(id))).Demand();
        await Portal.RunJobsAsync();
        return await DetailsAsync(id);
    }

    public async Task<ImportDetails> DetailsAsync(int id) => (await Portal.AskAsync(new GetImport(id))).Demand();

    public async Task<IReadOnlyList<(long Line, string Reason)>> RejectionsAsync(int id)
    {
        await using var context = Portal.Open();
        return [.. (await context.ImportRejections.Where(r => r.ImportFileId == id).OrderBy(r => r.Line).ToListAsync()).Select(r => (r.Line, r.Reason))];
    }

    public async Task<List<Account>> AccountsAsync()
    {
        await using var context = Portal.Open();
        return await context.Accounts.AsNoTracking().Include(a => a.FieldValues).OrderBy(a => a.SourceKey).ToListAsync();
    }

    public async Task<List<Person>> PeopleAsync()
    {
        await using var context = Portal.Open();
        return await context.People.AsNoTracking().Include(p => p.Account).Include(p => p.RolesInAccount).Include(p => p.FieldValues).OrderBy(p => p.SourceKey).ToListAsync();
    }

    public async Task<string> ErrorFileAsync(int id)
    {
        using var target = new MemoryStream();
        (await Portal.AskAsync(new WriteErrorFile(id, target))).Demand();
        return Encoding.UTF8.GetString(target.ToArray()).TrimStart('\uFEFF');
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
