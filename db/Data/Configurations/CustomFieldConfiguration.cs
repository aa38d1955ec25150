using BuyingGroups.Domain.CustomFields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using System.Text.Json;

namespace BuyingGroups.Data.Configurations;

internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> builder)
    {
        builder.ToTable("custom_fields");
        builder.Property(f => f.Name).HasMaxLength(CustomField.NameMaxLength);
        builder.Property(f => f.NormalizedName).HasMaxLength(CustomField.NameMaxLength);
        builder.Property(f => f.Choices).HasConversion(
            choices => JsonSerializer.Serialize(choices, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<string[]>(json, JsonSerializerOptions.Default) ?? Array.Empty<string>(),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => new { f.Target, f.NormalizedName }).IsUnique();
    }
}
