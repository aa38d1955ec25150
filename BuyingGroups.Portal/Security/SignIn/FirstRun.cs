using System.Security.Cryptography;
using BuyingGroups.Data;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Knows whether the portal still waits for its first admin.</summary>
public sealed class FirstRun(PortalDatabase database)
{
    private volatile bool _over;

    /// <summary>Asked for when the first admin does not sit at the server itself; printed in its log, where only its owner reads.</summary>
    public string SetUpCode { get; } = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8);

    /// <summary>True while there is no user. Once there is one, it never is again.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        if (_over)
            return false;
        await using var context = database.OpenRead();
        _over = await context.Users.AnyAsync(cancellationToken);
        return !_over;
    }

    /// <summary>True when whoever asks must know <see cref="SetUpCode"/>.</summary>
    public static bool AsksForCode(HttpContext context) => context.Connection.RemoteIpAddress is { } address && !System.Net.IPAddress.IsLoopback(address);
}

/// <summary>Leads every page to the first-run page while there is no user, and hides that page afterwards.</summary>
public sealed class FirstRunGuard(RequestDelegate next, FirstRun first)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page)
        {
            var isFirstRunPage = page == typeof(FirstRunPage);
            // A post to the page is answered by the page itself: two may press the button at once, and the later one should read why not.
            if (!isFirstRunPage || HttpMethods.IsGet(context.Request.Method))
            {
                var due = await first.IsDueAsync(context.RequestAborted);
                if (due && !isFirstRunPage)
                {
                    context.Response.Redirect("/first-run");
                    return;
                }
                if (!due && isFirstRunPage)
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return;
                }
            }
        }
        await next(context);
    }
}

/// <summary>At the start: makes the first admin that the configuration names (FirstAdmin:Email, :Password, :Name), or says where to make one.</summary>
public sealed partial class PrepareFirstRun(FirstRun first, PortalGateway gateway, IConfiguration configuration, ILogger<PrepareFirstRun> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await first.IsDueAsync(cancellationToken))
            return;
        if (configuration["FirstAdmin:Email"] is { Length: > 0 } email && configuration["FirstAdmin:Password"] is { Length: > 0 } password)
        {
            var outcome = await gateway.SendAsync(new CreateFirstAdmin(email, configuration["FirstAdmin:Name"] ?? email, password), CreateFirstAdmin.Caller("configuration"), cancellationToken);
            if (outcome.Succeeded)
                LogMade(logger);
            else
                LogRefused(logger, outcome.Refusal!.ToString());
            return;
        }
        LogWaiting(logger, first.SetUpCode);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The portal has no user yet. Open it in a browser to make the first admin; from another machine it asks for this code: {Code}")]
    private static partial void LogWaiting(ILogger logger, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "The first admin was made from the configuration. Remove FirstAdmin:Password from it now.")]
    private static partial void LogMade(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The first admin could not be made from the configuration: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
