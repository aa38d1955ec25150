using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Clock;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Machine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BuyingGroups.Tests.Portals;

/// <summary>
/// The portal as Program composes it, in this process: a fresh database of the kind asked for, a clock that stands still, and no Quartz, so
/// that jobs run exactly when a test calls <see cref="RunJobsAsync"/>.
/// </summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly Factory _factory;
    private readonly TemporaryFolder _storage;

    private TestPortal(TestDatabase database, SettableClock clock, Action<IServiceCollection>? replace)
    {
        Database = database;
        Clock = clock;
        _storage = new TemporaryFolder("storage");
        _factory = new Factory(database, clock, _storage.Path, replace);
    }

    public TestDatabase Database { get; }

    public SettableClock Clock { get; }

    /// <summary>The folder of uploaded files.</summary>
    public string Storage => _storage.Path;

    /// <summary>The portal's own container.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>The factory of the framework, for HTTP clients.</summary>
    public WebApplicationFactory<Program> Web => _factory;

    /// <summary>Somebody who may do everything, known by no user id.</summary>
    public Caller Anyone { get; } = Callers.CommandLine;

    /// <summary>A portal with what every portal starts with and nothing else.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="replace">Replaces services before the portal starts.</param>
    public static async Task<TestPortal> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? replace = null)
    {
        var clock = new SettableClock();
        var portal = new TestPortal(await TestDatabase.CreateAsync(kind, clock), clock, replace);
        await portal.Services.GetRequiredService<SchemaCheck>().MigrateAsync(CancellationToken.None);
        return portal;
    }

    /// <summary>Carries out a command, for <paramref name="caller"/> or for somebody who may do everything.</summary>
    public Task<Outcome<TResult>> SendAsync<TResult>(ICommand<TResult> command, Caller? caller = null) =>
        Services.GetRequiredService<PortalGateway>().SendAsync(command, caller ?? Anyone);

    /// <summary>Answers a query, for <paramref name="caller"/> or for somebody who may do everything.</summary>
    public Task<Outcome<TResult>> AskAsync<TResult>(IQuery<TResult> query, Caller? caller = null) =>
        Services.GetRequiredService<PortalGateway>().AskAsync(query, caller ?? Anyone);

    /// <summary>Runs every job that waits, one after the other, until none does.</summary>
    public Task RunJobsAsync() => Services.GetRequiredService<JobRunner>().RunAllAsync(CancellationToken.None);

    /// <summary>A context that tracks, for arranging and looking.</summary>
    public PortalDbContext Open() => Database.Open();

    /// <summary>Makes a user in the database with the permissions of a default role (Marketer, Sales, Admin).</summary>
    public async Task<Caller> UserAsync(string name, string role)
    {
        var email = name.ToLowerInvariant().Replace(' ', '.') + "@portal.example";
        var user = new PortalUser
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = name,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        await Database.AddAsync(user);
        return new Caller(Actor.User(user.Id, name), user.Id, Permissions.DefaultRoles[role].ToHashSet(StringComparer.Ordinal), "127.0.0.1");
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Database.DisposeAsync();
        _storage.Dispose();
    }

    private sealed class Factory(TestDatabase database, SettableClock clock, string storage, Action<IServiceCollection>? replace) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment("Development")
            .UseSetting("Database:Provider", database.Kind.ToString())
            .UseSetting("Database:ConnectionString", database.ConnectionString)
            .UseSetting("Storage:Directory", storage)
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureServices(services =>
            {
                services.RemoveAll<IHostedService>();
                services.RemoveAll<TimeProvider>();
                services.AddSingleton<TimeProvider>(clock);
                replace?.Invoke(services);
            });
    }
}
