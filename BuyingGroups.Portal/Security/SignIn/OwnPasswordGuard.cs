using BuyingGroups.Portal.Features.Profile;
using Microsoft.AspNetCore.Components.Endpoints;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Leads whoever still has a password that somebody else chose to the page where they choose their own.</summary>
public sealed class OwnPasswordGuard(RequestDelegate next)
{
    private static readonly Type[] Open = [typeof(NewPasswordPage), typeof(SignOutPage), typeof(Shell.Pages.NotFound), typeof(Shell.Pages.Error)];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.User.HasClaim(c => c.Type == PortalClaims.MustChangePassword)
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page && !Open.Contains(page))
        {
            context.Response.Redirect("/profile/password?returnUrl=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
            return Task.CompletedTask;
        }
        return next(context);
    }
}
