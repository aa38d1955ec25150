using System.Text.Encodings.Web;
using System.Text.Json;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Audit;

/// <summary>Who did what, when, from where; and whether the log itself is whole.</summary>
public sealed partial class AuditPage : ListPage
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    AuditChoices choices = new([], []);
    IReadOnlyList<Refusal>? refusals;
    AuditDetails? chosen;
    AuditChainReport? report;
    bool verifying;

    [Inject] Gateway Gateway { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        choices = (await Gateway.AskAsync(new ListAuditChoices())).Value ?? choices;
    }

    async Task<PageOf<AuditRow>> LoadAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindAuditEntries(AuditFilter.Read(state), state.Request), cancellation)).Demand();

    void Filter(string key, ChangeEventArgs e) => Go(State.WithFilter(key, e.Value as string ?? ""));

    async Task OpenAsync(long sequence)
    {
        var found = await Gateway.AskAsync(new GetAuditEntry(sequence));
        (chosen, refusals) = (found.Value, found.Refusals);
    }

    async Task VerifyAsync()
    {
        verifying = true;
        var checkedChain = await Gateway.AskAsync(new VerifyAuditChain());
        (report, refusals, verifying) = (checkedChain.Value, checkedChain.Refusals, false);
    }

    static string FaultText(AuditFault? fault) => fault switch
    {
        AuditFault.Missing => "Line {0} is missing. Nothing was changed now; compare with the last backup or export.",
        AuditFault.CutOff => "Line {0} and everything after it is missing. Nothing was changed now; compare with the last backup or export.",
        AuditFault.DetailChanged => "What line {0} says was before or after is not what was written. Nothing was changed now; compare with the last backup or export.",
        _ => "Line {0} is not what was written. Nothing was changed now; compare with the last backup or export.",
    };

    static string Indented(string? json)
    {
        if (json is null)
            return "–";
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Readable);
    }
}
