using System.Text;
using BuyingGroups.Data.Imports;
using BuyingGroups.Portal.Features.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Imports;

public sealed class AbandonedUploadTests
{
    private const string Accounts = "Account Id,Account Name\nA-1,Hexa Freight\n";

    [Fact]
    public async Task An_upload_that_nobody_started_goes_after_a_week_with_its_file()
    {
        await using var house = await ImportHouse.OpenAsync();
        var abandoned = await house.UploadAsync(ImportKind.Accounts, Accounts);
        house.Portal.Clock.Advance(RemoveAbandonedUploads.Waits);
        var started = await house.UploadAsync(ImportKind.Accounts, Accounts);
        await house.RunAsync(started);
        var recent = await house.UploadAsync(ImportKind.Accounts, Accounts);

        await CleanAsync(house);
        Assert.Equal([abandoned, started, recent], await ImportsAsync(house));
        house.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await CleanAsync(house);

        Assert.Equal([started, recent], await ImportsAsync(house));
        Assert.True((await house.DetailsAsync(recent)).FileIsThere);
    }

    [Fact]
    public async Task A_file_that_no_import_names_goes_after_a_day_and_a_fresh_one_stays()
    {
        await using var house = await ImportHouse.OpenAsync();
        var left = await ReceiveAsync(house);
        var arriving = await ReceiveAsync(house);
        var named = await house.UploadAsync(ImportKind.Accounts, Accounts);
        var now = house.Portal.Clock.GetUtcNow().UtcDateTime;
        foreach (var file in Files(house))
            File.SetLastWriteTimeUtc(file, now - (file.Contains(arriving, StringComparison.Ordinal) ? TimeSpan.FromHours(1) : RemoveAbandonedUploads.Arrives + TimeSpan.FromHours(1)));

        await CleanAsync(house);

        Assert.DoesNotContain(Files(house), file => file.Contains(left, StringComparison.Ordinal));
        Assert.Contains(Files(house), file => file.Contains(arriving, StringComparison.Ordinal));
        Assert.True((await house.DetailsAsync(named)).FileIsThere);
    }

    private static string[] Files(ImportHouse house) => Directory.GetFiles(Path.Combine(house.Portal.Storage, "imports"));

    private static async Task<string> ReceiveAsync(ImportHouse house) =>
        (await house.Portal.AskAsync(new ReceiveImportFile(ImportKind.Accounts, new MemoryStream(Encoding.UTF8.GetBytes(Accounts))))).Demand().StoredAs;

    private static Task CleanAsync(ImportHouse house) => house.Portal.Services.GetRequiredService<RemoveAbandonedUploads>().RunAsync(CancellationToken.None);

    private static async Task<List<int>> ImportsAsync(ImportHouse house)
    {
        await using var context = house.Portal.Open();
        return await context.ImportFiles.OrderBy(f => f.Id).Select(f => f.Id).ToListAsync();
    }
}
