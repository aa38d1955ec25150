using BuyingGroups.Portal.Features.Imports.Running;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Registers imports: storage of files, the work itself, the download of error files.</summary>
public static class AddImportsExtensions
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportStorage>();
        services.AddSingleton<IBackgroundWork, ImportWork>();
        services.AddSingleton<RemoveAbandonedUploads>();
        services.AddClockJob<RemoveAbandonedUploads>(new ClockJob("Abandoned uploads", "Removes uploaded files that nobody imported.", "delete_sweep", TimeSpan.FromHours(6), RemoveAbandonedUploads.Key));
        return services;
    }

    public static void MapImports(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/imports/{id:int}/errors.csv", DownloadErrorFileAsync)
        .RequireAuthorization(Security.Permissions.AccountsManage);

    private static async Task<IResult> DownloadErrorFileAsync(int id, Gateway gateway, CancellationToken cancellationToken)
    {
        var found = await gateway.AskAsync(new GetImport(id), cancellationToken);
        if (!found.Succeeded)
            return Results.NotFound();
        var name = $"{Path.GetFileNameWithoutExtension(found.Value.FileName)}-rejected.csv";
        // Written row by row as it is read; an error in the middle breaks the download off instead of ending it as if it were whole.
        return Results.Stream(
            async stream => (await gateway.AskAsync(new WriteErrorFile(id, stream), cancellationToken)).Demand(), "text/csv; charset=utf-8", name);
    }
}
