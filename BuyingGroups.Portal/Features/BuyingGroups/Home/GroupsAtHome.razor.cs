using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Groups.Browse;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups.Home;

/// <summary>Some groups on the home page: the first rows of a view of the browse page, with what each lacks. "See all" opens that view.</summary>
public sealed partial class GroupsAtHome : ComponentBase, IDisposable
{
    /// <summary>Rows of a card.</summary>
    public const int Shown = 5;

    private readonly string id = $"card-{Guid.NewGuid():N}";
    private readonly CancellationTokenSource leaving = new();
    private PageOf<BuyingGroupRow>? rows;
    private ListState? read;

    /// <summary>What is shown, as the browse page reads it from its address.</summary>
    [Parameter, EditorRequired] public ListState State { get; set; } = new();

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>Why these.</summary>
    [Parameter] public string Explained { get; set; } = "";

    /// <summary>What is said when there are none.</summary>
    [Parameter] public string Nothing { get; set; } = "";

    [Parameter] public string Icon { get; set; } = "groups";

    /// <summary>ok, warn or info.</summary>
    [Parameter] public string Tone { get; set; } = "info";

    [Inject] private Gateway Gateway { get; set; } = null!;

    private string ToneChip => $"c-{Tone}";

    private string Total => rows!.Total.ToString("N0", CultureInfo.CurrentCulture) + (rows.TotalIsCapped ? "+" : "");

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (State == read)
            return;
        read = State;
        try
        {
            rows = (await Gateway.AskAsync(new FindBuyingGroups(State.WithSize(Shown)), leaving.Token)).Value ?? PageOf<BuyingGroupRow>.Empty;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private static int Rounded(double score) => (int)Math.Round(score, MidpointRounding.AwayFromZero);

    private static IReadOnlyList<double> Parts(BuyingGroupRow row) => [.. row.Roles.Where(role => role.Required).Select(role => Math.Min(1, (double)role.Assigned / role.Needed))];

    /// <summary>The first gap in words, and how many more there are; without a gap, how many people.</summary>
    private RenderFragment Gap(BuyingGroupRow row) => builder =>
    {
        var gaps = row.Roles.Where(role => role.Required && role.Assigned < role.Needed).ToList();
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", gaps.Count == 0 ? "t2" : gaps[0].Assigned == 0 ? "bad m" : "warn m");
        builder.AddContent(2, gaps.Count == 0 ? T.Count(row.Roles.Sum(role => role.Assigned), "{0} person", "{0} people") : Say(gaps[0]));
        builder.CloseElement();
        if (gaps.Count > 1)
        {
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", "t3");
            builder.AddContent(5, T.Count(gaps.Count - 1, ", one more role", ", {0} more roles"));
            builder.CloseElement();
        }
    };

    private string Say(RoleFill role) => role.Assigned == 0
        ? T["{0} missing", T[role.Name]]
        : T.Count(role.Needed - role.Assigned, "{1} needs one more", "{1} needs {0} more", T[role.Name].Value);
}
