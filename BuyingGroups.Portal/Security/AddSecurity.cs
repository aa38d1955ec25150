using System.Security.Cryptography.X509Certificates;
using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Data.Protection;
using BuyingGroups.Portal.Api.Access;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Features.Audit;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Security.Sessions;
using BuyingGroups.Portal.Security.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BuyingGroups.Portal.Security;

/// <summary>Registers who may come in and what they may do: users, roles, sessions, policies, key storage.</summary>
public static class AddSecurityExtensions
{
    private const string ApplicationName = "BuyingGroups.Portal";
    private const string EitherScheme = "SessionOrApiKey";

    public static IServiceCollection AddPortalSecurity(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = SecuritySettings.Read(configuration, environment);
        services.AddSingleton(settings);
        services.AddPolicies();
        services.AddUsers();
        services.AddSessions(settings);
        services.AddKeys(configuration);
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<SecondStep>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SignOutRecord>();
        services.AddSingleton<IListExport, AuditExport>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<DefaultRoles>();
        services.AddSingleton<ISeed>(container => container.GetRequiredService<DefaultRoles>());
        services.AddHostedService<PrepareFirstRun>();
        if (settings.ForwardedHeaders)
        {
            services.Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
                foreach (var proxy in settings.KnownProxies)
                    options.KnownProxies.Add(proxy);
            });
        }
        return services;
    }

    /// <summary>One policy per permission, named like it: <c>[Authorize(Policy = Permissions.AccountsView)]</c>. What says nothing is closed.</summary>
    private static void AddPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Permissions.SignedIn, policy => policy.RequireAuthenticatedUser());
        foreach (var permission in Permissions.All)
            authorization.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireClaim(PortalRole.PermissionClaim, permission));
    }

    private static void AddUsers(this IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddRoles<PortalRole>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddSignInManager<Sessions.Sessions>()
            .AddClaimsPrincipalFactory<SessionClaims>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
    }

    private static void AddSessions(this IServiceCollection services, SecuritySettings settings)
    {
        var authentication = services.AddAuthentication(EitherScheme)
            // One of the two, never both: pages by session, the API by key.
            .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector =
                context => ApiKeyAuthentication.IsFor(context) ? ApiKeyAuthentication.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        authentication.AddIdentityCookies();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(3));
        Harden(IdentityConstants.ApplicationScheme, "session");
        Harden(IdentityConstants.TwoFactorUserIdScheme, "second-step");
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.LogoutPath = "/sign-out";
            options.AccessDeniedPath = "/access-denied";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = settings.CookiePrefix + "antiforgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = settings.CookieSecurity;
        });
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();

        void Harden(string scheme, string name) =>
            services.Configure<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(scheme, options =>
            {
                options.Cookie.Name = settings.CookiePrefix + name;
                options.Cookie.HttpOnly = true;
                options.Cookie.Path = "/";
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = settings.CookieSecurity;
            });
    }

    /// <summary>Keys of cookies and tokens live in the database, so that every node reads what another wrote.</summary>
    private static void AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(container =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new DatabaseXmlRepository(container)));
        if (configuration["DataProtection:CertificateFile"] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration["DataProtection:CertificatePassword"]));
    }

    /// <summary>What stands before routing; after it come authentication and authorization.</summary>
    public static WebApplication UsePortalSecurity(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SecuritySettings>();
        if (settings.ForwardedHeaders)
            app.UseForwardedHeaders();
        if (settings.Https)
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }
        return app;
    }

    /// <summary>Who comes in, and what they must do before anything else.</summary>
    public static WebApplication UseSignIn(this WebApplication app)
    {
        app.UseMiddleware<FirstRunGuard>();
        app.UseAuthentication();
        app.UseMiddleware<OwnPasswordGuard>();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Endpoints of security that are not pages.</summary>
    public static IEndpointRouteBuilder MapPortalSecurity(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/session/refresh", RefreshSession.HandleAsync).RequireAuthorization(Permissions.SignedIn);
        return endpoints;
    }
}
