using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>The account audiences of the portal.</summary>
public sealed partial class AudiencesPage : ListPage
{
    [Inject] private Gateway Gateway { get; set; } = null!;

    private async Task<PageOf<AudienceRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindAudiences(state.Request, state.Search, StatusFilter.Of(state)), cancellationToken)).Demand();
}
