using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Audiences;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo.History;

/// <summary>Publishes the demo's journey at the beginning of its history and lets the portal's own engine carry accounts through it, week by week.</summary>
public sealed class DemoTravels(PortalGateway gateway, PortalDatabase database, DemoStageMoves moves, IServiceProvider services)
{
    /// <summary>Publishes it, as of a moment of the past. One that is there under its name is left alone.</summary>
    public async Task BeginAsync(DateTime start, Caller caller, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var name = Domain.NormalizedText.Required(DemoJourney.Name);
        if (await read.Journeys.AnyAsync(j => j.NormalizedName == name, cancellationToken))
            return;
        var interest = await read.SolutionInterests.Where(s => s.Name == DemoJourney.SolutionInterest).Select(s => s.Id).FirstAsync(cancellationToken);
        var stages = await moves.NamesAsync(cancellationToken);
        var audience = await SendAsync(new SaveAudience(null, DemoJourney.Audience, DemoJourney.AudienceDescription, DemoJourney.Enters(interest, stages)));
        await SendAsync(new PublishAudience(audience));
        var journey = await SendAsync(new CreateJourney(DemoJourney.Name, DemoJourney.Description, JourneyJson.Write(DemoJourney.Document(audience, interest, stages))));
        await SendAsync(new PublishJourney(journey));
        await database.WriteAsync(
            async (context, token) =>
            {
                await context.Journeys.Where(j => j.Id == journey).ExecuteUpdateAsync(set => set.SetProperty(j => j.CreatedAt, start).SetProperty(j => j.UpdatedAt, start).SetProperty(j => j.PublishedAt, start), token);
                await context.JourneyLeases.Where(l => l.JourneyId == journey).ExecuteDeleteAsync(token);
                await context.JourneyVersions.Where(v => v.JourneyId == journey).ExecuteUpdateAsync(set => set.SetProperty(v => v.PublishedAt, start), token);
            },
            cancellationToken);

        async Task<TResult> SendAsync<TResult>(ICommand<TResult> command) => (await gateway.SendAsync(command, caller, cancellationToken)).Demand();
    }

    /// <summary>Carries whoever is due at a moment of the past, and lets in who qualifies.</summary>
    public async Task GoOnAsync(DateTime at, CancellationToken cancellationToken)
    {
        await HandOutAsync(true, cancellationToken);
        var clock = new StandingClock(at);
        var engine = ActivatorUtilities.CreateInstance<JourneyEngine>(services, clock, ActivatorUtilities.CreateInstance<Leaving>(services, clock));
        while (await engine.RunAsync("demo", cancellationToken, lookNow: true) > 0)
        {
            // Until nobody moves any more.
        }
        await HandOutAsync(false, cancellationToken);
    }

    /// <summary>From now on the journey is one like any other.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => HandOutAsync(true, cancellationToken);

    /// <summary>Workers see a journey by its leases. Between two weeks of the past there are none: a portal that serves meanwhile would carry accounts today that are to go on weeks ago.</summary>
    private Task HandOutAsync(bool isOut, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            var name = Domain.NormalizedText.Required(DemoJourney.Name);
            var journey = await context.Journeys.Where(j => j.NormalizedName == name).Select(j => j.Id).FirstAsync(token);
            await context.JourneyLeases.Where(l => l.JourneyId == journey).ExecuteDeleteAsync(token);
            if (isOut)
                context.JourneyLeases.AddRange(Enumerable.Range(0, database.Provider.JourneyPartitions).Select(partition => new JourneyLease { JourneyId = journey, Partition = partition }));
            await context.SaveChangesAsync(token);
        },
        cancellationToken);

    /// <summary>A clock that stands at one moment.</summary>
    private sealed class StandingClock(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }
}
