using BuyingGroups.Data;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>One account with eight people and a group of four that a job put together, in the database of a running portal; journeys and jobs change it beside the browser.</summary>
internal sealed class HexaFreight : IAsyncDisposable
{
    private static readonly (string First, string Last, string Title, double Score)[] People =
    [
        ("Ingrid", "Solberg", "Chief operating officer", 35), ("Mei-Ling", "Chen", "VP operations", 78), ("Jules", "Renaud", "VP information technology", 64),
        ("Olof", "Karlsson", "Fleet planner", 41), ("Sara", "Aguilar", "Route planner", 22), ("Hanna", "Lund", "Network planner", 31), ("Peter", "Wong", "Board member", 12),
        ("Dominique", "Brault", "Directeur des achats", 27),
    ];

    private readonly ServiceProvider _data;

    private HexaFreight(ServiceProvider data) => _data = data;

    /// <summary>Where the group's page is.</summary>
    public string Address { get; private set; } = "";

    private long GroupId { get; set; }

    public static async Task<HexaFreight> IntoAsync(RunningPortal portal)
    {
        var data = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddPortalDatabase(TestDatabase.ProviderOf(DatabaseKind.Sqlite), $"Data Source={Path.Combine(portal.DataFolder, "portal.db")}").BuildServiceProvider();
        var hexa = new HexaFreight(data);
        await hexa.FillAsync();
        return hexa;
    }

    /// <summary>A journey or a job asks for one change per person; precedence decides what comes of it.</summary>
    public Task AskAsync(ActorKind kind, MembershipChangeKind change, params IEnumerable<(string Last, int Role)> people) =>
        _data.GetRequiredService<PortalDatabase>().WriteAsync(
            async (context, cancellation) =>
            {
                var writer = _data.GetRequiredService<MembershipWriter>();
                var actor = await context.Actors.Where(a => a.Reference == $"test:{kind}").Select(a => a.Id).SingleAsync(cancellation);
                var lines = new List<MembershipLine>();
                foreach (var (last, role) in people)
                    lines.Add(new MembershipLine(GroupId, await context.People.Where(p => p.LastName == last).Select(p => p.Id).SingleAsync(cancellation), change, role));
                await writer.BeginAsync(context, cancellation);
                await writer.RequestAsync(context, lines, cancellation);
                await writer.ApplyAsync(context, kind, actor, TimeProvider.System.GetUtcNow().UtcDateTime, cancellation);
            },
            CancellationToken.None);

    /// <summary>Changes the data behind the portal's back, as an import or the API would.</summary>
    public async Task ChangeAsync(Func<PortalDbContext, Task> change)
    {
        await using var context = await _data.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        await change(context);
        await context.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => _data.DisposeAsync();

    private async Task FillAsync()
    {
        var contexts = _data.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        var world = await new GroupWorld(contexts.CreateDbContext).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", []);
        await using (var context = await contexts.CreateDbContextAsync())
        {
            foreach (var (first, last, title, score) in People)
            {
                var person = world.Person(title);
                (person.FirstName, person.LastName, person.Email, person.EngagementScore, person.AccountId) = (first, last, $"{last}@hexa.example".ToLowerInvariant(), score, account.Id);
                context.People.Add(person);
            }
            await context.SaveChangesAsync();
        }
        GroupId = (await world.GroupAsync(account)).Id;
        Address = FormattableString.Invariant($"/buying-groups/{GroupId}");
        await AskAsync(
            ActorKind.System, MembershipChangeKind.Assign,
            ("Chen", GroupWorld.Influencer), ("Renaud", GroupWorld.Influencer), ("Karlsson", GroupWorld.Practitioner), ("Aguilar", GroupWorld.Practitioner));
    }
}
