using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>What a field's cells are read as.</summary>
public enum FieldForm
{
    Text,
    Number,
    WholeNumber,
    Date,
    YesOrNo,
    Choice,
}

/// <summary>How the numbers and dates of one column are written.</summary>
/// <param name="DecimalComma">True for 1.234,5; false for 1,234.5.</param>
/// <param name="DateOrder">One of <see cref="DateOrders"/>.</param>
public readonly record struct CellForm(bool DecimalComma, string DateOrder)
{
    public static CellForm Default { get; } = new(false, DateOrders.YearFirst);
}

/// <summary>The orders of day, month and year an import reads; the names are shown as they are.</summary>
public static class DateOrders
{
    public const string YearFirst = "YYYY-MM-DD";
    public const string DayFirst = "DD/MM/YYYY";
    public const string MonthFirst = "MM/DD/YYYY";

    public static IReadOnlyList<string> All { get; } = [YearFirst, DayFirst, MonthFirst];
}

/// <summary>A field of an account or person that a column can go to.</summary>
/// <typeparam name="TRecord">Account or Person.</typeparam>
/// <param name="key">Attribute key, such as jobTitle.</param>
/// <param name="label">English name, also the localisation key.</param>
/// <param name="form">What its cells are read as.</param>
public abstract class ImportField<TRecord>(string key, string label, FieldForm form)
{
    public string Key => key;

    public string Label => label;

    public FieldForm Form => form;

    /// <summary>Reads a trimmed cell that is not empty into <paramref name="record"/>; gives the reason when it cannot.</summary>
    public abstract Refusal? Read(ReadOnlySpan<char> cell, CellForm cellForm, TRecord record, TextPool pool);

    /// <summary>Compares the field; when it differs, copies it and gives what stood there before and after.</summary>
    public abstract bool Copy(TRecord from, TRecord to);

    /// <summary>True when the field is the same in both.</summary>
    public abstract bool Same(TRecord one, TRecord other);

    /// <summary>The value as history keeps it.</summary>
    public abstract string? Text(TRecord record);
}

/// <summary>A text field.</summary>
public sealed class TextField<TRecord>(string key, string label, int maxLength, Func<TRecord, string?> get, Action<TRecord, string?> set)
    : ImportField<TRecord>(key, label, FieldForm.Text)
{
    public override Refusal? Read(ReadOnlySpan<char> cell, CellForm cellForm, TRecord record, TextPool pool)
    {
        if (cell.Length > maxLength)
            return new TextTooLong(Label, maxLength);
        set(record, pool.Text(cell));
        return null;
    }

    public override bool Copy(TRecord from, TRecord to)
    {
        if (Same(from, to))
            return false;
        set(to, get(from));
        return true;
    }

    public override bool Same(TRecord one, TRecord other) => string.Equals(get(one), get(other), StringComparison.Ordinal);

    public override string? Text(TRecord record) => get(record);
}

/// <summary>Gives back the reason a cell is no <typeparamref name="TValue"/>, or null and the value.</summary>
public delegate Refusal? CellReader<TValue>(string label, ReadOnlySpan<char> cell, CellForm form, out TValue value);

/// <summary>A field that is not text.</summary>
public sealed class ValueField<TRecord, TValue>(
    string key, string label, FieldForm form, CellReader<TValue> read, Func<TRecord, TValue?> get, Action<TRecord, TValue?> set)
    : ImportField<TRecord>(key, label, form)
    where TValue : struct
{
    public override Refusal? Read(ReadOnlySpan<char> cell, CellForm cellForm, TRecord record, TextPool pool)
    {
        if (read(Label, cell, cellForm, out var value) is { } reason)
            return reason;
        set(record, value);
        return null;
    }

    public override bool Copy(TRecord from, TRecord to)
    {
        if (Same(from, to))
            return false;
        set(to, get(from));
        return true;
    }

    public override bool Same(TRecord one, TRecord other) => EqualityComparer<TValue?>.Default.Equals(get(one), get(other));

    public override string? Text(TRecord record) => get(record) switch
    {
        null => null,
        decimal number => CellReaders.Text(number),
        DateOnly date => CellReaders.Text(date),
        bool yes => CellReaders.Text(yes),
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture),
    };
}

/// <summary>What a "Goes to" list offers, whatever the kind of record.</summary>
/// <param name="Key">Key in the mapping.</param>
/// <param name="Label">English name, also the localisation key; a custom field's own name.</param>
/// <param name="Form">What its cells are read as.</param>
/// <param name="IsRequired">True when a row without it is rejected.</param>
public sealed record ImportTarget(string Key, string Label, FieldForm Form, bool IsRequired = false)
{
    /// <summary>True for a field that an admin declared; its label is not translated.</summary>
    public bool IsCustom => Key.StartsWith(TargetKeys.CustomPrefix, StringComparison.Ordinal);
}

/// <summary>Keys of the mapping that are no plain field.</summary>
public static class TargetKeys
{
    public const string SourceKey = "sourceKey";
    public const string Name = "name";
    public const string Email = "email";
    public const string Parent = "parentAccount";
    public const string Account = "sourceAccountKey";
    public const string RolesInAccount = "roleInAccount";

    /// <summary>"Saint Paul, Minnesota" into city and state.</summary>
    public const string CityAndState = "split:cityState";

    /// <summary>"Maria Anders" or "Anders, Maria" into first and last name.</summary>
    public const string FullName = "split:fullName";

    public const string CustomPrefix = "custom:";

    public static string Custom(int fieldId) => CustomPrefix + fieldId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Required(ImportKind kind) => kind == ImportKind.Accounts ? Name : Email;
}
