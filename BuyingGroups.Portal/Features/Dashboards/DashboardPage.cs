using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>What every dashboard starts from: its filters stand in the address, and its figures are read again when they change.</summary>
/// <typeparam name="TDashboard">What it shows.</typeparam>
public abstract class DashboardPage<TDashboard> : ListPage
    where TDashboard : class, IDashboard
{
    private int reading;

    protected DashboardFilter Filter => DashboardFilter.Read(State);

    /// <summary>The figures; null until they are there for the first time.</summary>
    protected TDashboard? Dashboard { get; private set; }

    protected DashboardChoices? Choices { get; private set; }

    protected IReadOnlyList<Refusal>? Refusals { get; private set; }

    [Inject] protected Gateway Gateway { get; set; } = null!;

    /// <summary>The query of the page.</summary>
    protected abstract IQuery<TDashboard> Query(DashboardFilter filter);

    protected override async Task OnInitializedAsync()
    {
        Choices = (await Gateway.AskAsync(new FindDashboardChoices())).Value;
        await base.OnInitializedAsync();
    }

    protected override Task OnStateChangedAsync() => ReadAsync();

    /// <summary>Reads the figures; what was there stays until the new ones are.</summary>
    protected async Task ReadAsync()
    {
        var mine = ++reading;
        var read = await Gateway.AskAsync(Query(Filter));
        // Whoever chose again meanwhile wants only the last choice.
        if (mine != reading)
            return;
        Refusals = read.Refusals;
        Dashboard = read.Value ?? Dashboard;
    }
}
