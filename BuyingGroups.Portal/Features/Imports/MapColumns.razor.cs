using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Where each column goes. Every choice is kept at once, so that nothing is lost with the page.</summary>
public sealed partial class MapColumns : ComponentBase
{
    private const string CommaValue = "comma";
    private MappingChoice mapping = MappingChoice.Empty;
    private ImportDetails? shown;
    private IReadOnlyList<Refusal> refusals = [];
    private IReadOnlyList<Refusal> problems = [];
    private bool formatOpen;
    private bool naming;
    private bool kept;
    private bool busy;
    private string name = "";
    private char delimiter;
    private string encoding = "";
    private bool hasHeader;

    [Parameter, EditorRequired] public ImportDetails Import { get; set; } = null!;

    /// <summary>The import was changed and must be read again.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Parameter] public EventCallback OnDone { get; set; }

    [Parameter] public EventCallback OnDelete { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    private ImportSettings Settings => Import.Settings;

    /// <summary>A split or the key itself cannot be the same for every row.</summary>
    private IEnumerable<ImportTarget> FixedTargets =>
        Import.Targets.Where(t => t.Key is not (TargetKeys.SourceKey or TargetKeys.CityAndState or TargetKeys.FullName or TargetKeys.Name or TargetKeys.Email));

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(shown, Import))
            return;
        shown = Import;
        (delimiter, encoding, hasHeader) = (Settings.Format.Delimiter, Settings.Format.Encoding, Settings.Format.HasHeader);
        Take(Settings.Mapping);
    }

    private void Take(MappingChoice choice)
    {
        mapping = choice;
        problems = MappingProblems.Of(Import.Kind, mapping, Import.Targets);
    }

    private ImportTarget? TargetOf(string? key) => key is null ? null : Import.Targets.FirstOrDefault(t => t.Key == key);

    private string ReadsAs(ImportTarget target) => target.Key switch
    {
        TargetKeys.Parent or TargetKeys.Account => T["By source key"],
        TargetKeys.CityAndState => T["Two fields, split at the comma"],
        TargetKeys.FullName => T["Two fields, split at the last space"],
        TargetKeys.RolesInAccount => T["Several, parted by semicolons"],
        _ when target.IsCustom => T["Custom field, {0}", T[ImportWords.Form(target.Form)].Value],
        _ => T[ImportWords.Form(target.Form)],
    };

    private double FilledShare(ColumnSeen seen) => Settings.Rows == 0 ? 0 : Math.Min(1, (double)seen.Filled / Settings.Rows);

    private Task MapAsync(int index, string? target)
    {
        var key = string.IsNullOrEmpty(target) ? null : target;
        var guess = MappingGuess.FormOf(Settings.Columns[index], TargetOf(key), Settings.Format.Delimiter);
        return ChangeAsync(index, guess with { Target = key });
    }

    private Task ChangeAsync(int index, ColumnMapping column) => SaveAsync(mapping with { Columns = [.. mapping.Columns.Select((c, i) => i == index ? column : c)] });

    private Task AddFixedAsync() =>
        FixedTargets.FirstOrDefault(t => !mapping.FixedValues.Any(f => f.Target == t.Key) && !mapping.Columns.Any(c => c.Target == t.Key)) is { } free
            ? SaveAsync(mapping with { FixedValues = [.. mapping.FixedValues, new FixedValue(free.Key, "")] })
            : Task.CompletedTask;

    private Task ChangeFixedAsync(int index, FixedValue value) => SaveAsync(mapping with { FixedValues = [.. mapping.FixedValues.Select((f, i) => i == index ? value : f)] });

    private Task RemoveFixedAsync(int index) => SaveAsync(mapping with { FixedValues = [.. mapping.FixedValues.Where((_, i) => i != index)] });

    private async Task SaveAsync(MappingChoice choice, string? mappingName = null)
    {
        kept = false;
        Take(choice);
        await KeepAsync(Settings with { Mapping = choice, MappingName = mappingName });
    }

    private async Task KeepAsync(ImportSettings settings)
    {
        refusals = (await Gateway.SendAsync(new SaveImportSettings(Import.Id, settings))).Refusals;
        if (refusals.Count == 0)
            await OnChanged.InvokeAsync();
    }

    private async Task UseSavedAsync(ChangeEventArgs chosen)
    {
        var known = Import.Targets.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var saved = Import.Saved.FirstOrDefault(s => s.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == (string?)chosen.Value);
        if (saved is not null && MappingGuess.FromSaved(saved.Mapping, Settings.Columns, known) is { } choice)
            await SaveAsync(choice, saved.Name);
        else if (saved is not null)
            refusals = [new MappingDoesNotFit(saved.Name)];
    }

    private async Task ReadAgainAsync()
    {
        busy = true;
        var format = Settings.Format with { Delimiter = delimiter, Encoding = encoding, HasHeader = hasHeader };
        var read = await Gateway.AskAsync(new InspectImportFile(Import.Id, format));
        refusals = read.Refusals;
        if (read.Succeeded)
            await KeepAsync(read.Value);
        busy = false;
    }

    private async Task SaveMappingAsync()
    {
        var saved = await Gateway.SendAsync(new SaveMapping(Import.Kind, name, mapping));
        refusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        (naming, kept) = (false, true);
        await KeepAsync(Settings with { Mapping = mapping, MappingName = name.Trim() });
    }
}

public sealed record MappingDoesNotFit(string Name) : Refusal("No column of this file is named in the mapping “{0}”. Nothing was changed; choose another, or map the columns by hand.", Name);
