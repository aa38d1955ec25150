using System.Globalization;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>The mapping of a file made ready: for each column what is done with its cells. Turns rows into records or names the reason why not.</summary>
public sealed class RowPlan<TRecord>
{
    private readonly IReadOnlyList<ImportField<TRecord>> _fields;
    private readonly List<Step> _steps = [];
    private readonly List<(Step Step, string Value)> _fixed = [];
    private readonly Func<string, TRecord> _create;
    private readonly TextPool _pool = new();
    private readonly int _columns;
    private readonly int _requiredField;

    public RowPlan(RecordShape shape, MappingChoice mapping, IReadOnlyList<ImportField<TRecord>> fields, IReadOnlyList<CustomField> customFields, Func<string, TRecord> create)
    {
        _fields = fields;
        _create = create;
        _columns = mapping.Columns.Count;
        Mapping = mapping;
        Shape = shape;
        _requiredField = IndexOf(shape.RequiredField);
        for (var i = 0; i < mapping.Columns.Count; i++)
        {
            if (mapping.Columns[i] is { Target: { } target } column && Make(i, target, new CellForm(column.DecimalComma, column.DateOrder), customFields) is { } step)
                _steps.Add(step);
        }
        foreach (var value in mapping.FixedValues)
        {
            if (Make(-1, value.Target, CellForm.Default, customFields) is { } step && !string.IsNullOrWhiteSpace(value.Value))
                _fixed.Add((step, value.Value.Trim()));
        }
        MappedFields = [.. _steps.Concat(_fixed.Select(f => f.Step)).SelectMany(s => new[] { s.Field, s.SecondField }).Where(f => f >= 0).Distinct().Order()];
        CustomFields = [.. _steps.Concat(_fixed.Select(f => f.Step)).Where(s => s.Custom is not null).Select(s => s.Custom!).DistinctBy(f => f.Id)];
        foreach (var step in _steps.Concat(_fixed.Select(f => f.Step)))
            step.CustomIndex = step.Custom is null ? -1 : CustomFields.ToList().FindIndex(f => f.Id == step.Custom.Id);
        HasRoles = _steps.Exists(s => s.Action == StepAction.Roles) || _fixed.Exists(f => f.Step.Action == StepAction.Roles);
        HasKey = _steps.Exists(s => s.Action == StepAction.SourceKey);
    }

    private enum StepAction
    {
        Field,
        SourceKey,
        AccountKey,
        CityAndState,
        FullName,
        Roles,
        Custom,
    }

    public RecordShape Shape { get; }

    public MappingChoice Mapping { get; }

    /// <summary>All fields of the record.</summary>
    public IReadOnlyList<ImportField<TRecord>> Fields => _fields;

    /// <summary>Indexes of the fields that the mapping fills, required one included.</summary>
    public IReadOnlyList<int> MappedFields { get; }

    /// <summary>Custom fields that the mapping fills.</summary>
    public IReadOnlyList<CustomField> CustomFields { get; }

    /// <summary>True when a column fills the roles in the account.</summary>
    public bool HasRoles { get; }

    /// <summary>False when no column is the source key; then the name (accounts) or the email address (people) is the key.</summary>
    public bool HasKey { get; }

    /// <summary>Reads the current row of <paramref name="reader"/>; gives the record, or the reason why there is none.</summary>
    public Refusal? Read(CsvRowReader reader, string encoding, out ImportRow<TRecord> row)
    {
        row = null!;
        if (FaultOf(reader, encoding) is { } fault)
            return fault;
        string? key = null;
        foreach (var step in _steps)
        {
            if (step.Action == StepAction.SourceKey)
                key = reader.Cell(step.Column).Trim().ToString();
        }
        if ((KeyProblem(key) ?? Start(reader.Line, key, out row)) is { } early)
            return early;
        foreach (var step in _steps)
        {
            var cell = FormulaCells.Restored(reader.Cell(step.Column).Trim());
            if (!cell.IsEmpty && Apply(step, cell, row) is { } reason)
                return reason;
        }
        return MissingOf(row);
    }

    /// <summary>Reads a row that comes as values and not as text between delimiters, such as a call of the REST API brings.</summary>
    /// <param name="line">What <see cref="ImportRow{TRecord}.Line"/> is to be.</param>
    /// <param name="cells">One for each column of the mapping: null leaves the field alone, empty text empties it.</param>
    /// <param name="row">The record, when no reason is given.</param>
    public Refusal? Read(long line, IReadOnlyList<string?> cells, out ImportRow<TRecord> row)
    {
        row = null!;
        var key = _steps.Find(s => s.Action == StepAction.SourceKey) is { } keyStep ? cells[keyStep.Column]?.Trim() : null;
        if ((KeyProblem(key) ?? Start(line, key, out row)) is { } early)
            return early;
        foreach (var step in _steps)
        {
            if (cells[step.Column] is not { } cell)
                continue;
            if (string.IsNullOrWhiteSpace(cell))
                Empty(step, row);
            else if (Apply(step, cell.AsSpan().Trim(), row) is { } reason)
                return reason;
        }
        return MissingOf(row);
    }

    private Refusal? KeyProblem(string? key) =>
        HasKey && string.IsNullOrEmpty(key) ? new MissingSourceKey()
        : key is { Length: > Account.TextMaxLength } ? new TextTooLong("Source key", Account.TextMaxLength)
        : null;

    private Refusal? Start(long line, string? key, out ImportRow<TRecord> row)
    {
        row = new ImportRow<TRecord>(_create(key ?? "")) { Line = line, Custom = CustomFields.Count == 0 ? [] : new CustomCell?[CustomFields.Count] };
        foreach (var (step, value) in _fixed)
        {
            if (Apply(step, value, row) is { } reason)
                return reason;
        }
        return null;
    }

    private Refusal? MissingOf(ImportRow<TRecord> row) =>
        (row.Filled >> _requiredField & 1) == 0 ? Shape.Missing()
        : Shape.HasAccount && string.IsNullOrEmpty(row.AccountKey) ? new MissingAccount()
        : null;

    /// <summary>The carrier record holds empty fields from the start; what counts is that they are meant. What every record must have stays missing.</summary>
    private void Empty(Step step, ImportRow<TRecord> row)
    {
        if (step.Action == StepAction.Field && step.Field != _requiredField)
            row.Filled |= 1UL << step.Field;
        else if (step.Action == StepAction.Custom)
            row.Emptied = (row.Emptied ?? []).Append(step.CustomIndex).ToArray();
        else if (step.Action == StepAction.Roles)
            row.Roles = [];
    }

    /// <summary>What is wrong with the row as such, or null.</summary>
    public Refusal? FaultOf(CsvRowReader reader, string encoding)
    {
        switch (reader.Fault)
        {
            case RowFault.UnclosedQuote:
                return new UnclosedQuote();
            case RowFault.CellTooLarge:
                return new CellTooLarge(CsvRowReader.CellMaxLength);
            case RowFault.NulCharacter:
                return new NulCharacter();
            case RowFault.UnreadableCharacters:
                return new UnreadableCharacters(encoding);
        }
        if (reader.Count == _columns)
            return null;
        for (var i = _columns; i < reader.Count; i++)
        {
            if (!reader.Cell(i).IsWhiteSpace())
                return new RaggedRow(reader.Count, _columns);
        }
        return reader.Count < _columns ? new RaggedRow(reader.Count, _columns) : null;
    }

    private Refusal? Apply(Step step, ReadOnlySpan<char> cell, ImportRow<TRecord> row)
    {
        switch (step.Action)
        {
            case StepAction.Field:
                return Fill(step.Field, cell, step.Form, row) ?? (step.IsEmail ? EmailProblem(row) : null);
            case StepAction.AccountKey:
                row.AccountKey = _pool.Text(cell);
                return null;
            case StepAction.CityAndState:
                Splits.CityAndState(cell, out var city, out var state);
                return Fill(step.Field, city, step.Form, row) ?? (state.IsEmpty ? null : Fill(step.SecondField, state, step.Form, row));
            case StepAction.FullName:
                Splits.FullName(cell, out var first, out var last);
                return (first.IsEmpty ? null : Fill(step.Field, first, step.Form, row)) ?? (last.IsEmpty ? null : Fill(step.SecondField, last, step.Form, row));
            case StepAction.Roles:
                return ReadRoles(cell, row);
            case StepAction.Custom:
                return ReadCustom(step, cell, row);
            default:
                return null;
        }
    }

    private Refusal? Fill(int field, ReadOnlySpan<char> cell, CellForm form, ImportRow<TRecord> row)
    {
        row.Filled |= 1UL << field;
        return _fields[field].Read(cell, form, row.Record, _pool);
    }

    /// <summary>The one rule for addresses, whatever way they come in.</summary>
    private static Refusal? EmailProblem(ImportRow<TRecord> row) =>
        row.Record is Person { Email: var email } && PersonRules.EmailProblem(email) is not null ? new MalformedEmail(email) : null;

    private static Refusal? ReadRoles(ReadOnlySpan<char> cell, ImportRow<TRecord> row)
    {
        var roles = cell.ToString().Split([';', ',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Exists(roles, r => r.Length > RoleInAccount.NameMaxLength))
            return new TextTooLong("Roles in the account", RoleInAccount.NameMaxLength);
        row.Roles = [.. roles.DistinctBy(r => r.ToLowerInvariant(), StringComparer.Ordinal)];
        return null;
    }

    private static Refusal? ReadCustom(Step step, ReadOnlySpan<char> cell, ImportRow<TRecord> row)
    {
        var field = step.Custom!;
        Refusal? reason = null;
        CustomCell value = default;
        switch (field.Kind)
        {
            case CustomFieldKind.Number:
                reason = CellReaders.Number(field.Name, cell, step.Form, out var number);
                value = new CustomCell(null, number, null, null);
                break;
            case CustomFieldKind.Date:
                reason = CellReaders.Date(field.Name, cell, step.Form, out var date);
                value = new CustomCell(null, null, date, null);
                break;
            case CustomFieldKind.Boolean:
                reason = CellReaders.YesOrNo(field.Name, cell, step.Form, out var yes);
                value = new CustomCell(null, null, null, yes);
                break;
            default:
                var text = cell.ToString();
                if (text.Length > CustomField.TextMaxLength)
                    return new TextTooLong(field.Name, CustomField.TextMaxLength);
                if (field.Kind == CustomFieldKind.Choice)
                {
                    // The choice as the admin wrote it, so that "a" and "A" are one value.
                    var choice = field.Choices.FirstOrDefault(c => string.Equals(c, text, StringComparison.OrdinalIgnoreCase));
                    if (choice is null)
                        return new NotAChoice(field.Name, text);
                    text = choice;
                }
                value = new CustomCell(text, null, null, null);
                break;
        }
        row.Custom[step.CustomIndex] = value;
        return reason;
    }

    private Step? Make(int column, string target, CellForm form, IReadOnlyList<CustomField> customFields)
    {
        switch (target)
        {
            case TargetKeys.SourceKey:
                return new Step(column, StepAction.SourceKey, form);
            case TargetKeys.Account:
                return new Step(column, StepAction.AccountKey, form);
            case TargetKeys.CityAndState:
                return new Step(column, StepAction.CityAndState, form) { Field = IndexOf(Shape.City), SecondField = IndexOf(Shape.State) };
            case TargetKeys.FullName:
                return new Step(column, StepAction.FullName, form) { Field = IndexOf("firstName"), SecondField = IndexOf("lastName") };
            case TargetKeys.RolesInAccount:
                return new Step(column, StepAction.Roles, form);
        }
        if (target.StartsWith(TargetKeys.CustomPrefix, StringComparison.Ordinal))
        {
            var custom = int.TryParse(target.AsSpan(TargetKeys.CustomPrefix.Length), CultureInfo.InvariantCulture, out var id) ? customFields.FirstOrDefault(f => f.Id == id) : null;
            return custom is null ? null : new Step(column, StepAction.Custom, form) { Custom = custom };
        }
        var index = IndexOf(target);
        return index < 0 ? null : new Step(column, StepAction.Field, form) { Field = index, IsEmail = target == TargetKeys.Email };
    }

    private int IndexOf(string key)
    {
        for (var i = 0; i < _fields.Count; i++)
        {
            if (string.Equals(_fields[i].Key, key, StringComparison.Ordinal))
                return i;
        }
        return -1;
    }

    private sealed record Step(int Column, StepAction Action, CellForm Form)
    {
        public int Field { get; init; } = -1;

        public int SecondField { get; init; } = -1;

        public bool IsEmail { get; init; }

        public CustomField? Custom { get; init; }

        public int CustomIndex { get; set; } = -1;
    }
}
