using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Showroom;

/// <summary>Shows every shared component, for looking at and for tests. It is not found outside Development.</summary>
public sealed partial class Components : ListPage
{
    PagedGrid<SampleGroup>? grid;
    IReadOnlySet<object> selected = new HashSet<object>();
    IReadOnlyList<SavedView> views = [];
    int total;

    [Inject] IHostEnvironment Environment { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    IReadOnlyList<FilterChip> Chips => State.Filter("stage") is { } stage ? [new("stage", T["Stage is {0}", stage])] : [];

    IReadOnlyList<FilterOffer> Offers => [new("stage", T["Stage"], "flag", StageEditor)];

    RenderFragment StageEditor => builder =>
    {
        foreach (var stage in SampleGroup.Stages)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "type", "button");
            builder.AddAttribute(2, "class", "mi");
            builder.AddAttribute(3, "onclick", EventCallback.Factory.Create(this, () => Go(State.WithFilter("stage", stage))));
            builder.AddContent(4, stage);
            builder.CloseElement();
        }
    };

    protected override Task OnInitializedAsync()
    {
        if (!Environment.IsDevelopment())
        {
            Navigation.NotFound();
            return Task.CompletedTask;
        }

        views = [new(1, T["Engaged"], "stage=Engaged", Count: 12), new(2, T["By engagement"], "sort=-engagement", SharedBy: "Léa Fontaine")];
        return base.OnInitializedAsync();
    }

    Task<PageOf<SampleGroup>> LoadAsync(ListState state, CancellationToken cancellation) => Task.FromResult(SampleGroup.Find(state));

    void Loaded(PageOf<SampleGroup> page) => total = page.Total;

    Task AskAsync() => Confirmation.AskAsync(T["Delete 3 groups?"], T["Their members stay in their accounts. The history of the groups goes too."], T["Delete 3 groups"]);
}
