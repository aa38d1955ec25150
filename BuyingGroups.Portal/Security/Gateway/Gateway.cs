using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Security.Gateway;

/// <summary>The gateway as a page uses it: the caller is the person at the browser.</summary>
/// <remarks>Inject it as <c>Gateway</c>; a page never names the caller itself.</remarks>
public sealed class Gateway(PortalGateway portal, CurrentCaller current)
{
    /// <summary>Carries out a command for the person at the browser.</summary>
    public async Task<Outcome<TResult>> SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken = default) =>
        await current.FindAsync() is { } caller ? await portal.SendAsync(command, caller, cancellationToken) : new NotSignedIn();

    /// <summary>Answers a query for the person at the browser.</summary>
    public async Task<Outcome<TResult>> AskAsync<TResult>(IQuery<TResult> query, CancellationToken cancellationToken = default) =>
        await current.FindAsync() is { } caller ? await portal.AskAsync(query, caller, cancellationToken) : new NotSignedIn();
}
