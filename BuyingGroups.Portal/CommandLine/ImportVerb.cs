using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.CommandLine;

/// <summary><c>import accounts|people FILE</c>: the same import as the wizard's. Exits 0 when every row landed, 1 when rows were rejected or it failed.</summary>
public sealed class ImportVerb(PortalGateway gateway, JobsAtTheCommandLine jobs) : ICommandLineVerb
{
    private const int RejectionsShown = 20;

    public string Name => "import";

    public string Usage => "accounts|people FILE [--map NAME|COLUMN=FIELD …] [--set FIELD=VALUE …] [--delimiter …] [--encoding …] [--errors FILE]";

    public string Summary => "Import a CSV file; --map takes a saved mapping or single columns; exits 1 when rows were rejected.";

    public async Task<int> RunAsync(CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var words = arguments.Words("--no-header", "--clear-empty", "--skip-existing");
        if (words is not [var what, var path] || KindOf(what) is not { } kind)
        {
            await output.WriteLineAsync($"Usage: {Name} {Usage}");
            return 2;
        }
        if (!File.Exists(path))
        {
            await output.WriteLineAsync($"There is no file {path}. Nothing was imported.");
            return 1;
        }
        var import = await PrepareAsync(kind, path, arguments, output, cancellationToken);
        var jobId = (await gateway.SendAsync(new StartImport(import.Id), Callers.CommandLine, cancellationToken)).Demand();
        var job = await jobs.FinishAsync(jobId, output, cancellationToken);
        var done = (await gateway.AskAsync(new GetImport(import.Id), Callers.CommandLine, cancellationToken)).Demand();
        await output.WriteLineAsync($"{done.RowsRead:N0} rows: {done.Created:N0} created, {done.Updated:N0} updated, {done.Unchanged:N0} unchanged, {done.Rejected:N0} rejected.");
        await ShowRejectionsAsync(done, arguments.Value("--errors"), output, cancellationToken);
        if (job.Status == JobStatus.Succeeded)
            return done.Reasons.Count == 0 ? 0 : 1;
        await output.WriteLineAsync($"The import {(job.Status == JobStatus.Cancelled ? "was cancelled" : "failed")}. The rows above are kept. {job.Error}");
        return 1;
    }

    private static ImportKind? KindOf(string word) => word switch
    {
        "accounts" => ImportKind.Accounts,
        "people" => ImportKind.People,
        _ => null,
    };

    private async Task<ImportDetails> PrepareAsync(ImportKind kind, string path, CommandLineArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        ReceivedFile received;
        await using (var file = File.OpenRead(path))
            received = (await gateway.AskAsync(new ReceiveImportFile(kind, file, await FormatAsync(file, arguments, cancellationToken)), Callers.CommandLine, cancellationToken)).Demand();
        var id = (await gateway.SendAsync(new AddImportFile(kind, Path.GetFileName(path), received), Callers.CommandLine, cancellationToken)).Demand();
        var import = (await gateway.AskAsync(new GetImport(id), Callers.CommandLine, cancellationToken)).Demand();
        var settings = import.Settings with { Mapping = Map(import, arguments) };
        (await gateway.SendAsync(new SaveImportSettings(id, settings), Callers.CommandLine, cancellationToken)).Demand();
        await output.WriteLineAsync($"{import.FileName}: {settings.Rows:N0} rows, {settings.Columns.Count} columns, {settings.Format.DelimiterName}, {settings.Format.Encoding}.");
        foreach (var column in settings.Mapping.Columns)
            await output.WriteLineAsync($"  {column.Column} → {import.Targets.FirstOrDefault(t => t.Key == column.Target)?.Label ?? "(not imported)"}");
        return import;
    }

    private static async Task<CsvFormat?> FormatAsync(FileStream file, CommandLineArguments arguments, CancellationToken cancellationToken)
    {
        var detected = await FormatDetection.DetectAsync(file, cancellationToken);
        file.Position = 0;
        if (arguments.Value("--delimiter") is { } delimiter)
        {
            detected = detected with
            {
                Delimiter = delimiter switch
                {
                    "tab" or "\\t" => '\t',
                    "comma" => ',',
                    "semicolon" => ';',
                    [var one] when CsvFormat.Delimiters.Contains(one) => one,
                    _ => throw new RefusedException([new UnknownDelimiter(delimiter)]),
                },
            };
        }
        if (arguments.Value("--encoding") is { } encoding)
            detected = detected with { Encoding = FileEncodings.Parse(encoding) ?? throw new RefusedException([new UnknownEncoding(encoding, string.Join(", ", FileEncodings.All))]) };
        return arguments.Has("--no-header") ? detected with { HasHeader = false } : detected;
    }

    private static MappingChoice Map(ImportDetails import, CommandLineArguments arguments)
    {
        var mapping = import.Settings.Mapping;
        var known = import.Targets.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var option in arguments.Values("--map"))
        {
            // A column's name may hold "=" itself; a field's cannot.
            var sign = option.LastIndexOf('=');
            if (sign < 0)
            {
                var saved = import.Saved.FirstOrDefault(s => string.Equals(s.Name, option, StringComparison.OrdinalIgnoreCase)) ?? throw new RefusedException([new UnknownMapping(option)]);
                mapping = MappingGuess.FromSaved(saved.Mapping, import.Settings.Columns, known) ?? throw new RefusedException([new UnknownMapping(option)]);
                continue;
            }
            var (column, field) = (option[..sign], option[(sign + 1)..]);
            if (!mapping.Columns.Any(c => IsNamed(c, column)))
                throw new RefusedException([new UnknownColumn(column)]);
            var target = field.Length == 0 || field == "ignore" ? null : TargetOf(import, field);
            mapping = mapping with
            {
                Columns = [.. mapping.Columns.Select(c => IsNamed(c, column) ? c with { Target = target } : c.Target == target ? c with { Target = null } : c)],
            };
        }
        var values = arguments.Values("--set").Select(option => option.Split('=', 2)).Select(parts => new FixedValue(TargetOf(import, parts[0]), parts.Length > 1 ? parts[1] : ""));
        return mapping with
        {
            FixedValues = [.. mapping.FixedValues, .. values],
            SkipExisting = mapping.SkipExisting || arguments.Has("--skip-existing"),
            EmptyCellsClear = mapping.EmptyCellsClear || arguments.Has("--clear-empty"),
        };
    }

    private static bool IsNamed(ColumnMapping column, string name) => string.Equals(column.Column, name, StringComparison.OrdinalIgnoreCase);

    private static string TargetOf(ImportDetails import, string field) =>
        import.Targets.FirstOrDefault(t => string.Equals(t.Key, field, StringComparison.OrdinalIgnoreCase) || string.Equals(t.Label, field, StringComparison.OrdinalIgnoreCase))?.Key
        ?? throw new RefusedException([new UnknownImportField(field, string.Join(", ", import.Targets.Select(t => t.Key)))]);

    private async Task ShowRejectionsAsync(ImportDetails done, string? errors, TextWriter output, CancellationToken cancellationToken)
    {
        if (done.Reasons.Count == 0)
            return;
        var page = (await gateway.AskAsync(new FindRejections(done.Id, new PageRequest(1, RejectionsShown)), Callers.CommandLine, cancellationToken)).Demand();
        foreach (var row in page.Rows)
            await output.WriteLineAsync($"  line {row.Line}: {row.Reason}: {RejectionWords.InEnglish(row.Message)}");
        if (page.Total > page.Rows.Count)
            await output.WriteLineAsync($"  … and {page.Total - page.Rows.Count:N0} more");
        if (errors is null)
        {
            await output.WriteLineAsync("Give --errors FILE to get the rejected rows as a file.");
            return;
        }
        await using var file = File.Create(errors);
        await gateway.AskAsync(new WriteErrorFile(done.Id, file), Callers.CommandLine, cancellationToken);
        await output.WriteLineAsync($"The rejected rows are in {errors}.");
    }
}

public sealed record UnknownDelimiter(string Delimiter) : Refusal("“{0}” is no delimiter. Nothing was imported; give comma, semicolon, tab or |.", Delimiter);

public sealed record UnknownEncoding(string Encoding, string Known) : Refusal("“{0}” is no encoding the import reads. Nothing was imported; give one of {1}.", Encoding, Known);

public sealed record UnknownMapping(string Name) : Refusal("There is no saved mapping “{0}” that fits this file. Nothing was imported.", Name);

public sealed record UnknownColumn(string Column) : Refusal("The file has no column “{0}”. Nothing was imported.", Column);

public sealed record UnknownImportField(string Field, string Known) : Refusal("There is no field “{0}”. Nothing was imported; give one of {1}.", Field, Known);
