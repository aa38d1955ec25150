using BuyingGroups.Data;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Features;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BuyingGroups.Bench;

/// <summary>The portal's own handlers and jobs on a database of the run, without its pages and without Quartz: jobs run when asked to.</summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly WebApplication app;

    public BenchPortal(BenchRun run, BenchDatabase database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = run.Folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Directory"] = Path.Combine(run.Folder, "storage") });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddPortalDatabase(database.Provider, database.ConnectionString);
        builder.Services.AddGateway(typeof(PortalGateway).Assembly);
        builder.Services.AddJobs(database.Provider.Name, database.ConnectionString);
        builder.Services.AddJourneyExecution(database.Provider.Name);
        builder.Services.AddFeatures();
        builder.Services.AddCommandLine();
        app = builder.Build();
    }

    public IServiceProvider Services => app.Services;

    public PortalDatabase Database => Services.GetRequiredService<PortalDatabase>();

    public async Task<TResult> SendAsync<TResult>(ICommand<TResult> command) =>
        (await Services.GetRequiredService<PortalGateway>().SendAsync(command, Callers.CommandLine)).Demand();

    public async Task<TResult> AskAsync<TResult>(IQuery<TResult> query) =>
        (await Services.GetRequiredService<PortalGateway>().AskAsync(query, Callers.CommandLine)).Demand();

    /// <summary>Runs what waits, to its end.</summary>
    public Task RunJobsAsync() => Services.GetRequiredService<JobRunner>().RunAllAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
