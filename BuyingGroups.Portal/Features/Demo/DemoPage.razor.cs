using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>One click loads the demo workspace, in Development.</summary>
public sealed partial class DemoPage : ComponentBase
{
    private IReadOnlyList<Refusal>? refusals;
    private long? job;
    private bool starting;

    [Inject] private Gateway Gateway { get; set; } = null!;

    private async Task StartAsync()
    {
        starting = true;
        var started = await Gateway.SendAsync(new StartDemo());
        (starting, refusals) = (false, started.Refusals);
        if (started.Succeeded)
            job = started.Value;
    }
}
