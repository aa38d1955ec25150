using BuyingGroups.Domain.RoleTemplates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class BuyingGroupRoleConfiguration : IEntityTypeConfiguration<BuyingGroupRole>
{
    public void Configure(EntityTypeBuilder<BuyingGroupRole> builder)
    {
        builder.ToTable("buying_group_roles");
        builder.Property(r => r.Abbreviation).HasMaxLength(3);
        builder.Property(r => r.Name).HasMaxLength(BuyingGroupRole.NameMaxLength);
        builder.Property(r => r.NormalizedName).HasMaxLength(BuyingGroupRole.NameMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.NormalizedName).IsUnique();
        builder.HasIndex(r => r.Abbreviation).IsUnique();
        var made = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        builder.HasData(BuyingGroupRole.Defaults.Select(d =>
            new BuyingGroupRole { Id = d.Id, Name = d.Name, Abbreviation = d.Abbreviation, IsDefault = true, UpdatedAt = made }));
    }
}

internal sealed class RoleTemplateConfiguration : IEntityTypeConfiguration<RoleTemplate>
{
    public void Configure(EntityTypeBuilder<RoleTemplate> builder)
    {
        builder.ToTable("role_templates");
        builder.Property(t => t.Name).HasMaxLength(RoleTemplate.NameMaxLength);
        builder.Property(t => t.NormalizedName).HasMaxLength(RoleTemplate.NameMaxLength);
        builder.Property(t => t.Description).HasMaxLength(RoleTemplate.DescriptionMaxLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.NormalizedName).IsUnique();
        builder.HasMany(t => t.Cards).WithOne().HasForeignKey(c => c.RoleTemplateId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RoleCardConfiguration : IEntityTypeConfiguration<RoleCard>
{
    public void Configure(EntityTypeBuilder<RoleCard> builder)
    {
        builder.ToTable("role_cards");
        builder.Property(c => c.Condition).HasCondition();
        builder.HasOne<BuyingGroupRole>().WithMany().HasForeignKey(c => c.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.RoleTemplateId, c.RoleId }).IsUnique();
    }
}

internal sealed class PersonaConfiguration : IEntityTypeConfiguration<Persona>
{
    public void Configure(EntityTypeBuilder<Persona> builder)
    {
        builder.ToTable("personas");
        builder.Property(p => p.Name).HasMaxLength(Persona.NameMaxLength);
        builder.Property(p => p.NormalizedName).HasMaxLength(Persona.NameMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.NormalizedName).IsUnique();
        builder.Property(p => p.Condition).HasCondition();
    }
}
