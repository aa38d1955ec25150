using System.Text.Json;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(k => k.Name).HasMaxLength(ApiKey.NameMaxLength);
        builder.Property(k => k.Prefix).HasMaxLength(ApiKey.PrefixLength);
        builder.Property(k => k.SecretHash).HasMaxLength(ApiKey.HashLength);
        builder.Property(k => k.Permissions).HasMaxLength(2000).HasConversion(
            permissions => JsonSerializer.Serialize(permissions, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<string[]>(json, JsonSerializerOptions.Default) ?? Array.Empty<string>(),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));
        builder.HasOne<ActorRecord>().WithMany().HasForeignKey(k => k.CreatedByActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ActorRecord>().WithMany().HasForeignKey(k => k.RevokedByActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(k => k.CreatedByUserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(k => k.Prefix).IsUnique();
    }
}
