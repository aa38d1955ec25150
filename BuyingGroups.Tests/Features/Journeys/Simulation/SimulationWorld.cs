using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Portal.Features.Journeys.Simulation;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Journeys.Execution;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Journeys.Simulation;

/// <summary>A draft that can be simulated, and then published and run by the portal's own engine.</summary>
internal sealed class SimulationWorld(TestPortal portal)
{
    public GroupWorld Groups { get; } = new(portal.Open);

    public int Id { get; private set; }

    public async Task DraftAsync(Drawing drawing) =>
        Id = (await portal.SendAsync(new CreateJourney("Nurture", null, JourneyJson.Write(drawing.Document)))).Demand();

    public async Task<JourneySimulation> SimulateAsync(long accountId, params (string Node, string Choice)[] choices) =>
        (await portal.AskAsync(new SimulateJourney(Id, accountId, Choices: choices.ToDictionary(one => one.Node, one => one.Choice, StringComparer.Ordinal)))).Demand();

    /// <summary>Publishes, and lets the engine work through six days, half a day at a time.</summary>
    public async Task RunAsync()
    {
        (await portal.SendAsync(new PublishJourney(Id))).Demand();
        var engine = portal.Services.GetRequiredService<JourneyEngine>();
        for (var half = 0; half < 12; half++)
        {
            while (await engine.RunAsync("test", CancellationToken.None, lookNow: true) > 0)
            {
            }
            portal.Clock.Advance(TimeSpan.FromHours(12));
        }
    }

    /// <summary>How many rows every table has.</summary>
    public async Task<Dictionary<string, long>> RowsAsync()
    {
        await using var context = portal.Open();
        var tables = context.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Where(name => !name.StartsWith("journey_work", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables.ToList())
        {
            var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"";
            rows[table] = await context.Database.SqlQueryRaw<long>(sql).SingleAsync();
        }
        return rows;
    }
}
