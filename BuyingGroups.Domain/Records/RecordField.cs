using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Records;

/// <summary>
/// A field of an account or person as people fill it in: what it is called, what it takes, and how it is read and written as text
/// (see <see cref="FieldText"/>). Forms, imports, history and exports all go through the same list of these, so that one rule holds everywhere.
/// </summary>
/// <typeparam name="T">Account or Person.</typeparam>
public sealed class RecordField<T>
{
    private readonly Func<T, string?> read;
    private readonly Func<T, string?, Refusal?> write;

    private RecordField(string key, string label, string section, AttributeKind kind, int maxLength, bool isRequired, Func<T, string?> read, Func<T, string?, Refusal?> write)
    {
        (Key, Label, Section, Kind, MaxLength, IsRequired) = (key, label, section, kind, maxLength, isRequired);
        (this.read, this.write) = (read, write);
    }

    /// <summary>Stable key, the same as in conditions: "industry".</summary>
    public string Key { get; }

    /// <summary>English label, a localisation key.</summary>
    public string Label { get; }

    /// <summary>The heading under which forms show it; English, a localisation key.</summary>
    public string Section { get; }

    /// <summary>What it holds.</summary>
    public AttributeKind Kind { get; }

    /// <summary>Most characters of a text; 0 for other kinds.</summary>
    public int MaxLength { get; }

    /// <summary>True when it must not be empty.</summary>
    public bool IsRequired { get; }

    /// <summary>True for a number without decimals.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The value as text; null when empty.</summary>
    public string? Read(T record) => read(record);

    /// <summary>Sets the value from text, or leaves the record alone and says why not.</summary>
    public Refusal? Write(T record, string? text) => write(record, text);

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="label">Its label.</param>
    /// <param name="section">Its heading.</param>
    /// <param name="maxLength">Most characters.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="isRequired">True when it must not be empty.</param>
    /// <param name="rule">A rule on the trimmed text beyond its length.</param>
    internal static RecordField<T> Text(
        string key, string label, string section, int maxLength, Func<T, string?> read, Action<T, string?> write, bool isRequired = false, Func<string, Refusal?>? rule = null) =>
        new(key, label, section, AttributeKind.Text, maxLength, isRequired, read, (record, text) =>
        {
            if ((FieldText.Read(label, text, maxLength, out var value) ?? (value is null ? null : rule?.Invoke(value))) is { } refusal)
                return refusal;
            if (value is null && isRequired)
                return new Required(label);
            write(record, value);
            return null;
        });

    /// <summary>A number from 0 with at most four decimals.</summary>
    internal static RecordField<T> Number(string key, string label, string section, Func<T, decimal?> read, Action<T, decimal?> write) =>
        new(key, label, section, AttributeKind.Number, 0, false, record => FieldText.Of(read(record)), (record, text) =>
        {
            if (FieldText.Read(label, text, 0, FieldText.LargestNumber, out decimal? value) is { } refusal)
                return refusal;
            write(record, value);
            return null;
        });

    /// <summary>A whole number from 0.</summary>
    internal static RecordField<T> Whole(string key, string label, string section, Func<T, int?> read, Action<T, int?> write) =>
        new(key, label, section, AttributeKind.Number, 0, false, record => FieldText.Of(read(record)), (record, text) =>
        {
            if (FieldText.Read(label, text, 0, int.MaxValue, out int? value) is { } refusal)
                return refusal;
            write(record, value);
            return null;
        })
        { IsWhole = true };

    /// <summary>A calendar date.</summary>
    internal static RecordField<T> Date(string key, string label, string section, Func<T, DateOnly?> read, Action<T, DateOnly?> write) =>
        new(key, label, section, AttributeKind.Date, 0, false, record => FieldText.Of(read(record)), (record, text) =>
        {
            if (FieldText.Read(label, text, out DateOnly? value) is { } refusal)
                return refusal;
            write(record, value);
            return null;
        });

    /// <summary>True or false; blank is false.</summary>
    internal static RecordField<T> Boolean(string key, string label, string section, Func<T, bool> read, Action<T, bool> write) =>
        new(key, label, section, AttributeKind.Boolean, 0, false, record => FieldText.Of(read(record)), (record, text) =>
        {
            if (FieldText.Read(label, text, out bool? value) is { } refusal)
                return refusal;
            write(record, value ?? false);
            return null;
        });
}
