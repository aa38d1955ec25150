using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

public sealed record NameNotMapped() : Refusal("No column goes to the account name. Choose one; an account without a name cannot be imported.");

public sealed record EmailNotMapped() : Refusal("No column goes to the email address. Choose one; a person without an email address cannot be imported.");

public sealed record AccountNotMapped() : Refusal("No column goes to the account. Choose the column that holds the account's source key; a person belongs to an account.");

public sealed record MappedTwice(string Field) : Refusal("Two columns go to {0}. Leave one of them out.", Field);

/// <summary>What keeps a mapping from being used.</summary>
public static class MappingProblems
{
    public static IReadOnlyList<Refusal> Of(ImportKind kind, MappingChoice mapping, IReadOnlyList<ImportTarget> targets)
    {
        var columns = mapping.Columns.Where(c => c.Target is not null).SelectMany(c => Fills(kind, c.Target!)).ToList();
        var values = mapping.FixedValues.SelectMany(f => Fills(kind, f.Target)).ToList();
        List<string> used = [.. columns, .. values];
        var problems = new List<Refusal>();
        if (kind == ImportKind.Accounts && !used.Contains(TargetKeys.Name, StringComparer.Ordinal))
            problems.Add(new NameNotMapped());
        if (kind == ImportKind.People && !used.Contains(TargetKeys.Email, StringComparer.Ordinal))
            problems.Add(new EmailNotMapped());
        if (kind == ImportKind.People && !used.Contains(TargetKeys.Account, StringComparer.Ordinal))
            problems.Add(new AccountNotMapped());
        // A value for every row beside a column is what rows with an empty cell get.
        foreach (var twice in columns.GroupBy(k => k, StringComparer.Ordinal).Concat(values.GroupBy(k => k, StringComparer.Ordinal)).Where(g => g.Count() > 1))
            problems.Add(new MappedTwice(targets.FirstOrDefault(t => t.Key == twice.Key)?.Label ?? twice.Key));
        return problems;
    }

    /// <summary>The fields a target fills: a split fills two.</summary>
    private static IEnumerable<string> Fills(ImportKind kind, string target) => target switch
    {
        TargetKeys.CityAndState => kind == ImportKind.Accounts ? ["billingCity", "billingState"] : ["city", "state"],
        TargetKeys.FullName => ["firstName", "lastName"],
        _ => [target],
    };
}
