using System.Text;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Features.Journeys.Designer.Export;
using BuyingGroups.Portal.Features.Journeys.Details;
using BuyingGroups.Portal.Features.Journeys.Designer.Drafts;
using BuyingGroups.Portal.Features.Journeys.Designer.Presence;
using BuyingGroups.Portal.Features.Journeys.History;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Registers journeys: the cleaning up after a deleted one and of old history, the download of documents.</summary>
public static class AddJourneysExtensions
{
    public static IServiceCollection AddJourneys(this IServiceCollection services)
    {
        services.AddSingleton<IBackgroundWork, DeleteJourneyRecordsWork>();
        services.AddSingleton(provider => HistoryKeeping.Of(provider.GetRequiredService<IConfiguration>())).AddSingleton<IBackgroundWork, TrimJourneyHistoryWork>();
        services.AddSingleton(new DailyJob(
            TrimJourneyHistoryWork.WorkKind, "Trimming the history of journeys", "Removes the steps of accounts that left a journey long ago. What is counted stays.", "auto_delete", new TimeOnly(4, 0),
            TrimJourneyHistoryWork.WorkKind, TrimJourneyHistoryWork.ToJob));
        services.AddSingleton<IListExport, JourneyDaysExport>().AddSingleton<IListExport, JourneyAccountsExport>().AddSingleton<IListExport, NodeAccountsExport>();
        services.AddSingleton<PresenceBoard>();
        services.AddSingleton<LeftDesigners>();
        return services;
    }

    public static void MapJourneys(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/journeys/{id:int}/document.json", DownloadAsync).RequireAuthorization(Permissions.JourneysView);
        endpoints.MapGet("/journeys/{id:int}/drawing.svg", DrawAsync).RequireAuthorization(Permissions.JourneysView);
    }

    private static async Task<IResult> DownloadAsync(int id, int? version, bool? portable, Gateway gateway, CancellationToken cancellationToken)
    {
        var found = await gateway.AskAsync(new ReadJourneyDocument(id, version, portable == true), cancellationToken);
        return found.Succeeded ? Results.File(Encoding.UTF8.GetBytes(found.Value.Json), "application/json; charset=utf-8", found.Value.FileName) : Results.NotFound();
    }

    private static async Task<IResult> DrawAsync(int id, int? version, Gateway gateway, IStringLocalizer<Text> texts, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await gateway.AskAsync(new ReadJourneyDrawing(id, version), cancellationToken);
        if (!found.Succeeded)
            return Results.NotFound();
        response.Headers.CacheControl = "no-store";
        return Results.Text(JourneyDrawing.Svg(found.Value.Document, found.Value.Catalog, texts, found.Value.Name), "image/svg+xml", Encoding.UTF8);
    }
}
