using System.Globalization;
using System.Text;
using BuyingGroups.Data;
using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Imports.Running;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Imports;

/// <summary>An import that dies between two batches and goes on elsewhere ends as if nothing had happened.</summary>
[Trait("Category", "Kill")]
public sealed class ImportResumeTests
{
    private const int Rows = 3 * BatchReader.Rows + 100;

    [OnEveryDatabase]
    public async Task Taken_over_after_any_batch_it_ends_as_undisturbed(DatabaseKind kind)
    {
        var undisturbed = await EndStateAsync(kind, dieAfter: null);

        for (var batches = 1; batches <= 4; batches++)
        {
            Assert.Equal(undisturbed, await EndStateAsync(kind, batches));
        }
    }

    [Fact]
    public async Task Cancelled_it_keeps_what_landed_and_says_so_and_can_be_started_again()
    {
        await using var house = await ImportHouse.OpenAsync();
        var id = await house.UploadAsync(ImportKind.Accounts, File());
        var jobId = (await house.Portal.SendAsync(new StartImport(id))).Demand();
        await DieAsync(house, jobId, 2);
        (await house.Portal.SendAsync(new CancelImport(id))).Demand();
        house.Portal.Clock.Advance(JobRunner.Patience * 2);

        await house.Portal.RunJobsAsync();
        var cancelled = await house.DetailsAsync(id);
        Assert.Equal(ImportStatus.Cancelled, cancelled.Status);
        Assert.Equal(2 * BatchReader.Rows, cancelled.RowsRead);
        Assert.True(cancelled.FileIsThere);

        var again = await house.RunAsync(id);
        Assert.Equal(ImportStatus.Finished, again.Status);
        Assert.Equal((Rows, cancelled.Created), ((int)again.RowsRead, again.Unchanged));
        Assert.Equal(cancelled.Created + again.Created, (await house.AccountsAsync()).Count);
    }

    /// <summary>Everything that can be seen afterwards, as one text.</summary>
    private static async Task<string> EndStateAsync(DatabaseKind kind, int? dieAfter)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        await house.ImportAsync(ImportKind.Accounts, "Account Id,Account Name,Employees\nA-0000005,Old name,1\n");
        var id = await house.UploadAsync(ImportKind.Accounts, File());
        var jobId = (await house.Portal.SendAsync(new StartImport(id))).Demand();
        if (dieAfter is { } batches)
        {
            await DieAsync(house, jobId, batches);
            house.Portal.Clock.Advance(JobRunner.Patience * 2);
        }

        await house.Portal.RunJobsAsync();

        var done = await house.DetailsAsync(id);
        var state = new StringBuilder();
        state.AppendLine(CultureInfo.InvariantCulture, $"{done.Status} {done.RowsRead} {done.Created} {done.Updated} {done.Unchanged} {done.Rejected}");
        foreach (var (line, reason) in await house.RejectionsAsync(id))
        {
            state.AppendLine(CultureInfo.InvariantCulture, $"{line} {reason}");
        }

        foreach (var account in await house.AccountsAsync())
        {
            state.AppendLine(CultureInfo.InvariantCulture, $"{account.SourceKey} {account.Name} {account.Version} {account.ParentAccountId is not null}");
        }

        await using var context = house.Portal.Open();
        return state.Append(await context.RecordChanges.CountAsync()).ToString();
    }

    /// <summary>Runs the job until so many batches are committed and then drops it as a killed process would: nothing is tidied up, the job stays "running".</summary>
    private static async Task DieAsync(ImportHouse house, long jobId, int batches)
    {
        var services = house.Portal.Services;
        var database = services.GetRequiredService<PortalDatabase>();
        var job = await services.GetRequiredService<JobRunner>().TakeAsync(CancellationToken.None);
        Assert.Equal(jobId, job!.Id);
        using var death = new CancellationTokenSource();
        var run = new JobRun(database, job, Callers.CommandLine, house.Portal.Clock, death);
        void Count(long changed)
        {
            if (changed == jobId && run.DoneUnits >= batches * BatchReader.Rows)
            {
                death.Cancel();
            }
        }

        JobSignal.Changed += Count;
        try
        {
            await services.GetServices<IBackgroundWork>().Single(w => w.Kind == ImportWork.JobKind).RunAsync(run, death.Token);
        }
        catch (OperationCanceledException) when (death.IsCancellationRequested)
        {
            // Dead.
        }
        finally
        {
            JobSignal.Changed -= Count;
        }

        await using var context = house.Portal.Open();
        Assert.Equal(JobStatus.Running, (await context.Jobs.AsNoTracking().SingleAsync(j => j.Id == jobId)).Status);
    }

    private static string File()
    {
        var text = new StringBuilder("Account Id,Account Name,Employees,Parent\n");
        for (var i = 1; i <= Rows; i++)
        {
            // Some rows repeat a key of an earlier batch, lack their name, or hang below another.
            var key = i % 1999 == 0 ? 7 : i;
            text.Append(CultureInfo.InvariantCulture, $"A-{key:0000000},{(i % 501 == 0 ? "" : $"Company {i}")},{i},{(i % 10 == 3 ? $"A-{i + 2000:0000000}" : "")}\n");
        }

        return text.ToString();
    }
}
