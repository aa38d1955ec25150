using BuyingGroups.Domain.Conditions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BuyingGroups.Data.Configurations;

/// <summary>Conditions are stored as the JSON of <see cref="ConditionJson"/> and compared by it.</summary>
internal static class ConditionColumn
{
    public static PropertyBuilder<T> HasCondition<T>(this PropertyBuilder<T> property)
        where T : Condition?
    {
        property.HasConversion(
            new ValueConverter<Condition, string>(condition => ConditionJson.Write(condition), json => ConditionJson.ReadStored(json)),
            new ValueComparer<Condition>(
                (a, b) => a == null ? b == null : b != null && ConditionJson.Write(a) == ConditionJson.Write(b),
                condition => ConditionJson.Write(condition).GetHashCode(StringComparison.Ordinal),
                condition => condition));
        return property;
    }
}
