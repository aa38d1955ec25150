using System.Globalization;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Layout;
using BuyingGroups.Portal.Shell.Notifications;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace BuyingGroups.Portal.Shell;

/// <summary>Registers the shell: pages, layout, texts, and the empty stand-ins of what features bring.</summary>
public static class ShellRegistration
{
    /// <summary>The languages there are texts for.</summary>
    static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("en-US")];

    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(static circuits =>
        {
            // A page left on a sleeping laptop over lunch can be picked up where it was.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(30);
            circuits.DisconnectedCircuitMaxRetained = 500;
        }).AddHubOptions(static hub =>
            // A pasted piece of a journey is one message: some hundred steps with their conditions.
            hub.MaximumReceiveMessageSize = 1_000_000);
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.AddRadzenComponents();
        services.Configure<RequestLocalizationOptions>(static options =>
        {
            options.DefaultRequestCulture = new RequestCulture("en-GB", "en");
            options.SupportedCultures = Languages;
            options.SupportedUICultures = Languages;
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new PageRoutes());
        services.AddScoped<Confirmation>();
        services.TryAddScoped<IRunningJobs, NoRunningJobs>();
        services.TryAddScoped<INotifications, NoNotifications>();
        return services;
    }

    /// <summary>What must stand before routing: headers and language.</summary>
    public static IApplicationBuilder UseShell(this IApplicationBuilder app) => app.UseSecurityHeaders().UseRequestLocalization();

    public static IEndpointRouteBuilder MapShell(this IEndpointRouteBuilder endpoints)
    {
        // Scripts and styles belong to the sign-in page too.
        endpoints.MapStaticAssets().AllowAnonymous();
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode(static options =>
            // The policy of SecurityHeaders stands on every answer already.
            options.ContentSecurityFrameAncestorsPolicy = null);
        return endpoints;
    }
}
