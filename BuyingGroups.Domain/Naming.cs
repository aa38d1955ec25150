using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain;

/// <summary>The rules every named thing shares: a name that is there and fits, a description that fits.</summary>
public static class Naming
{
    /// <summary>What is wrong with a name and description, or null.</summary>
    /// <param name="name">The name as typed.</param>
    /// <param name="nameMaxLength">Characters allowed.</param>
    /// <param name="description">The description as typed, if the thing has one.</param>
    /// <param name="descriptionMaxLength">Characters allowed.</param>
    public static Refusal? Check(string? name, int nameMaxLength, string? description = null, int descriptionMaxLength = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new Required("Name");
        if (name.Trim().Length > nameMaxLength)
            return new TooLong("Name", nameMaxLength);
        return description?.Trim().Length > descriptionMaxLength ? new TooLong("Description", descriptionMaxLength) : null;
    }

    /// <summary>The text as it is kept: trimmed, and null instead of empty.</summary>
    public static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A name for a copy that is not among <paramref name="taken"/>: "X (copy)", "X (copy 2)" …, never longer than allowed.</summary>
    public static string OfCopy(string name, IReadOnlyCollection<string> taken, int maxLength)
    {
        for (var number = 1; ; number++)
        {
            var ending = number == 1 ? " (copy)" : $" (copy {number})";
            var candidate = (name.Length + ending.Length > maxLength ? name[..(maxLength - ending.Length)] : name) + ending;
            if (!taken.Contains(candidate, StringComparer.OrdinalIgnoreCase))
                return candidate;
        }
    }
}
