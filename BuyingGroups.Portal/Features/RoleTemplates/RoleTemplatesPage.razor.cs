using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.RoleTemplates;

/// <summary>The role templates of the portal.</summary>
public sealed partial class RoleTemplatesPage : ListPage
{
    [Inject] private Gateway Gateway { get; set; } = null!;

    private async Task<PageOf<RoleTemplateRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindRoleTemplates(state.Request, state.Search, StatusFilter.Of(state)), cancellationToken)).Demand();
}
