using System.Text;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Registers journeys: the cleaning up after a deleted one, the download of documents.</summary>
public static class AddJourneysExtensions
{
    public static IServiceCollection AddJourneys(this IServiceCollection services)
    {
        services.AddSingleton<IBackgroundWork, DeleteJourneyRecordsWork>();
        return services;
    }

    public static void MapJourneys(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/journeys/{id:int}/document.json", DownloadAsync)
        .RequireAuthorization(Permissions.JourneysView);

    private static async Task<IResult> DownloadAsync(int id, int? version, Gateway gateway, CancellationToken cancellationToken)
    {
        var found = await gateway.AskAsync(new ReadJourneyDocument(id, version), cancellationToken);
        return found.Succeeded ? Results.File(Encoding.UTF8.GetBytes(found.Value.Json), "application/json; charset=utf-8", found.Value.FileName) : Results.NotFound();
    }
}
