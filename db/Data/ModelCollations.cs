using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data;

/// <summary>
/// Normalized texts and source keys compare by code point on every provider, as they do in .NET: SQLite does so by itself,
/// PostgreSQL under "C" (which also lets an index serve "starts with"), SQL Server under a binary collation.
/// </summary>
internal static class ModelCollations
{
    public static void Apply(ModelBuilder builder, string providerName)
    {
        var collation = providerName switch
        {
            _ when providerName.Contains("Npgsql", StringComparison.Ordinal) => "C",
            _ when providerName.Contains("SqlServer", StringComparison.Ordinal) => "Latin1_General_100_BIN2",
            _ => null,
        };
        if (collation is null)
            return;
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                if (property.ClrType == typeof(string)
                    && (property.Name.StartsWith("Normalized", StringComparison.Ordinal) || property.Name.EndsWith("SourceKey", StringComparison.Ordinal)))
                {
                    property.SetCollation(collation);
                }
            }
        }
    }
}
