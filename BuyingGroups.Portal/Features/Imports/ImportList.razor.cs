using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>All imports, newest first.</summary>
public sealed partial class ImportList : ListPage
{
    private const string KindFilter = "kind";
    private IReadOnlyList<Refusal> refusals = [];

    [Inject] private Gateway Gateway { get; set; } = null!;

    private async Task<PageOf<ImportLine>> LoadAsync(ListState state, CancellationToken cancellationToken)
    {
        ImportKind? kind = Enum.TryParse<ImportKind>(state.Filter(KindFilter), out var chosen) ? chosen : null;
        var found = await Gateway.AskAsync(new FindImports(state.Request, kind, state.Search), cancellationToken);
        refusals = found.Refusals;
        return found.Value ?? PageOf<ImportLine>.Empty;
    }
}
