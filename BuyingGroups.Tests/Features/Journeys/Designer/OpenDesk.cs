using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Portal.Features.Journeys.Designer;
using BuyingGroups.Portal.Features.Journeys.Designer.Drafts;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

/// <summary>Somebody with a journey open in the designer, without a browser: the session, its keeper, and what a browser would hold.</summary>
internal sealed class OpenDesk : IHeldDrafts, IAsyncDisposable
{
    private readonly List<Task> work = [];

    private OpenDesk(TestPortal portal, DesignerOpening opening, Caller caller, bool readOnly)
    {
        var texts = portal.Services.GetRequiredService<IStringLocalizer<Text>>();
        Session = new DesignerSession(opening.Journey, opening.Document, opening.Catalog, readOnly, texts);
        var gateway = new Gateway(portal.Services.GetRequiredService<PortalGateway>(), new CurrentCaller(portal.Services, new SignedIn(caller)));
        Keeper = new DraftKeeper(Session, opening.Journey.UpdatedAt, gateway, portal.Clock, OnCircuit);
    }

    public DesignerSession Session { get; }

    public DraftKeeper Keeper { get; }

    /// <summary>What the browser holds; null: nothing.</summary>
    public HeldDraft? Held { get; private set; }

    public static async Task<OpenDesk> OpenAsync(TestPortal portal, int journey, Caller caller, HeldDraft? held = null, bool readOnly = false)
    {
        var desk = new OpenDesk(portal, (await portal.AskAsync(new OpenDesigner(journey))).Demand(), caller, readOnly);
        desk.Keeper.Start(desk);
        await desk.Keeper.TakeUpAsync(held);
        return desk;
    }

    /// <summary>Gives a node another name: an edit that is easily told from others.</summary>
    public void Rename(string node, string name) => Session.Do(document => JourneyEdits.Rename(document, new NodeId(node), name)).Demand();

    public string? NameOf(string node) => Session.Document.Node(new NodeId(node))?.Name;

    /// <summary>Waits for what timers and bells have started.</summary>
    public async Task SettleAsync()
    {
        while (true)
        {
            Task[] left;
            lock (work)
            {
                left = [.. work];
                work.Clear();
            }
            if (left.Length == 0)
                return;
            await Task.WhenAll(left);
        }
    }

    public void Hold(int version, Func<string?> write) => Held = write() is { } document ? new HeldDraft(version, document) : Held;

    public void Release() => Held = null;

    public ValueTask DisposeAsync() => Keeper.DisposeAsync();

    private Task OnCircuit(Func<Task> what)
    {
        var started = what();
        lock (work)
            work.Add(started);
        return started;
    }

    private sealed class SignedIn(Caller caller) : IHttpContextAccessor
    {
        public HttpContext? HttpContext
        {
            get => new DefaultHttpContext
            {
                User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(
                [
                    new(System.Security.Claims.ClaimTypes.NameIdentifier, $"{caller.UserId}"),
                    new("display_name", caller.Name),
                    .. caller.Permissions.Select(permission => new System.Security.Claims.Claim(CurrentUser.PermissionClaim, permission)),
                ],
                "test")),
            };
            set => throw new NotSupportedException();
        }
    }
}
