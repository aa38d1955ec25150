using System.Globalization;
using System.Security.Claims;
using Bunit;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features;

/// <summary>Base of tests that show a page over a real portal: its handlers, its database, somebody signed in.</summary>
public abstract class PageTest : ComponentTest, IAsyncLifetime
{
    protected TestPortal Portal { get; private set; } = null!;

    protected Caller Caller { get; set; } = null!;

    protected BunitNavigation Address => new(Services.GetRequiredService<NavigationManager>());

    public virtual async Task InitializeAsync()
    {
        Portal = await TestPortal.CreateAsync();
        await SignInAsync("Admin");
        Services.AddSingleton(provider => new Gateway(Portal.Services.GetRequiredService<PortalGateway>(), new CurrentCaller(provider, new SignedIn(Caller))));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Portal.DisposeAsync();
    }

    /// <summary>From now on somebody with a default role sits at the browser.</summary>
    protected async Task SignInAsync(string role) => Caller = await Portal.UserAsync($"Some {role}", role);

    /// <summary>Shows a page to whoever is signed in.</summary>
    protected IRenderedComponent<TPage> Show<TPage>(string address = "", Action<ComponentParameterCollectionBuilder<TPage>>? with = null)
        where TPage : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var user = new CurrentUser(Caller.UserId!.Value.ToString(CultureInfo.InvariantCulture), Caller.Name, Caller.Permissions, TimeZoneInfo.Utc);
        return Render<TPage>(parameters =>
        {
            parameters.AddCascadingValue(user);
            with?.Invoke(parameters);
        });
    }

    /// <summary>Goes ahead where the page asks before something that cannot be undone.</summary>
    protected void Confirm() => Services.GetRequiredService<Radzen.DialogService>().Close(true);

    /// <summary>Where the browser is, without the host.</summary>
    protected readonly record struct BunitNavigation(NavigationManager Manager)
    {
        public string Path => "/" + Manager.ToBaseRelativePath(Manager.Uri);
    }

    private sealed class SignedIn(Caller caller) : IHttpContextAccessor
    {
        public HttpContext? HttpContext
        {
            get => new DefaultHttpContext
            {
                User = new ClaimsPrincipal(new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, caller.UserId!.Value.ToString(CultureInfo.InvariantCulture)),
                    new Claim("display_name", caller.Name),
                    .. caller.Permissions.Select(permission => new Claim(CurrentUser.PermissionClaim, permission)),
                ],
                "test")),
            };
            set => throw new NotSupportedException();
        }
    }
}
