using BuyingGroups.Portal.Shell.Components;
using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>
/// Builds a condition (mock-up 05): a palette to drag from or click, groups and filters that can be moved by pointer, menu and keys, the number of
/// matches while editing, and the plain sentence. Bind <see cref="Condition"/>; saving is the page's business.
/// </summary>
public sealed partial class ConditionEditor : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly string[] EmphasisMarks = ["\u0001", "\u0002"];

    private ConditionEditing? editing;
    private Condition? shown;
    private Matches? matches;
    private bool counting;
    private string? refused;
    private string? failed;
    private string sentence = "";
    private ConditionPath? focus;
    private readonly LatestRun counts = new();
    private ElementReference element;
    private ComponentScript script = null!;
    private bool attached;

    [Inject] private Security.Gateway.Gateway Gateway { get; set; } = default!;

    [Inject] private IJSRuntime Browser { get; set; } = default!;

    [Inject] private IStringLocalizer<Text> Texts { get; set; } = default!;

    /// <summary>The condition; null is everything.</summary>
    [Parameter] public Condition? Condition { get; set; }

    [Parameter] public EventCallback<Condition> ConditionChanged { get; set; }

    /// <summary>Over accounts or over people.</summary>
    [Parameter] public ConditionScope Scope { get; set; } = ConditionScope.Account;

    /// <summary>Shows the condition without letting it change.</summary>
    [Parameter] public bool ReadOnly { get; set; }

    /// <summary>For a narrow place: no palette column, count and sentence under the tree.</summary>
    [Parameter] public bool Compact { get; set; }

    /// <summary>Only filters on fields, for personas.</summary>
    [Parameter] public bool FieldsOnly { get; set; }

    /// <summary>False where whoever shows the editor takes changes back by itself: then the editor has no undo of its own.</summary>
    [Parameter] public bool KeepsSteps { get; set; } = true;

    /// <summary>Told after every change, and once at the start: what is wrong now. A page saves drafts with problems, but does not publish them.</summary>
    [Parameter] public EventCallback<IReadOnlyList<ConditionProblem>> ProblemsChanged { get; set; }

    /// <summary>Told after every count.</summary>
    [Parameter] public EventCallback<Matches> Counted { get; set; }

    /// <summary>A palette item or a condition was dropped. Called by the script, once at the end of a drag.</summary>
    /// <param name="payload">"new:" and the palette's key, or "move:" and a path.</param>
    /// <param name="group">Path of the group under the pointer.</param>
    /// <param name="index">Before which child.</param>
    [JSInvokable]
    public Task DropAsync(string payload, string group, int index)
    {
        if (editing is null || ReadOnly || payload is null || group is null)
            return Task.CompletedTask;
        var at = new ConditionPath(group);
        if (payload.StartsWith("move:", StringComparison.Ordinal))
            return editing.ChangeAsync(editing.Root.Move(new(payload["move:".Length..]), at, index));
        return payload.StartsWith("new:", StringComparison.Ordinal)
            && editing.Root.ScopeInside(at, Scope) is { } scope && editing.FromPalette(payload["new:".Length..], scope) is { } added
            ? editing.AddAsync(at, added, index)
            : Task.CompletedTask;
    }

    /// <summary>Ctrl+Z anywhere in the editor but in a field with typing to take back.</summary>
    [JSInvokable]
    public Task UndoAsync() => editing?.UndoAsync() ?? Task.CompletedTask;

    /// <summary>Ctrl+Y or Ctrl+Shift+Z.</summary>
    [JSInvokable]
    public Task RedoAsync() => editing?.RedoAsync() ?? Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        counts.Dispose();
        return script.DisposeAsync();
    }

    protected override void OnInitialized() => script = new(Browser, "./Features/Conditions/Editor/ConditionEditor.razor.js");

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (editing is null)
            return;
        editing.ReadOnly = ReadOnly;
        if (Condition != shown)
            await ShowAsync(Condition);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (editing is null)
            return;
        if (!attached)
        {
            attached = true;
            await script.AttachAsync("attach", element, script.Reference(this), KeepsSteps);
        }
        if (focus is { } path)
        {
            focus = null;
            await script.InvokeVoidAsync("focusAt", element, path.Text);
        }
    }

    private async Task LoadAsync()
    {
        failed = null;
        var catalog = await Gateway.AskAsync(new ReadConditionCatalog());
        if (!catalog.Succeeded)
        {
            failed = Texts[catalog.Refusal!.Text, catalog.Refusal.Arguments];
            return;
        }
        var language = new SentenceLanguage((text, arguments) => Texts[text, arguments], CultureInfo.CurrentCulture) { Emphasis = text => EmphasisMarks[0] + text + EmphasisMarks[1] };
        editing = new ConditionEditing
        {
            Scope = Scope,
            Catalog = catalog.Value,
            FieldsOnly = FieldsOnly,
            ReadOnly = ReadOnly,
            Sentence = new ConditionSentence(catalog.Value, language),
            Changed = ChangedAsync,
        };
        await ShowAsync(Condition);
    }

    private async Task ShowAsync(Condition? condition)
    {
        shown = condition;
        editing!.Begin(condition ?? Condition.Everything);
        sentence = editing.Sentence.Of(editing.Root, Scope);
        _ = CountAsync(TimeSpan.Zero);
        await ProblemsChanged.InvokeAsync(editing.Problems);
    }

    private async Task ChangedAsync(ConditionPath? next)
    {
        focus = next;
        shown = editing!.Root;
        sentence = editing.Sentence.Of(editing.Root, Scope);
        _ = CountAsync(Quiet);
        await ConditionChanged.InvokeAsync(editing.Root);
        await ProblemsChanged.InvokeAsync(editing.Problems);
        StateHasChanged();
    }

    private Task CountAgainAsync()
    {
        editing!.ForgetCounts();
        return CountAsync(TimeSpan.Zero);
    }

    /// <summary>Counts the whole, then each filter alone that has no count yet. A new change stops what still runs.</summary>
    private async Task CountAsync(TimeSpan quiet)
    {
        var token = counts.Begin();
        try
        {
            counting = true;
            refused = null;
            if (quiet > TimeSpan.Zero)
                await Task.Delay(quiet, token);
            if (editing!.Problems.Count == 0)
                await CountWholeAsync(token);
            foreach (var filter in editing.Filters().Where(filter => editing.CountOf(filter) is null && ConditionValidation.Of(filter, Scope, editing.Catalog).Count == 0).Distinct().ToList())
            {
                if ((await Gateway.AskAsync(new CountMatches(filter, Scope), token)).Value is { } alone)
                    editing.Remember(filter, alone.Count);
                StateHasChanged();
            }
            counting = false;
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // A newer count is on its way, or the page is gone.
        }
        catch (ObjectDisposedException)
        {
            // As above.
        }
    }

    private async Task CountWholeAsync(CancellationToken token)
    {
        var counted = await Gateway.AskAsync(new CountMatches(editing!.Root, Scope, SampleSize: Compact ? 0 : 4), token);
        token.ThrowIfCancellationRequested();
        if (counted.Succeeded)
        {
            matches = counted.Value;
            await Counted.InvokeAsync(matches);
        }
        else
        {
            refused = Texts[counted.Refusal!.Text, counted.Refusal.Arguments];
        }
        StateHasChanged();
    }

    private Task CopyAsync() => script.InvokeVoidAsync("copy", ConditionWords.Plain(sentence));
}
