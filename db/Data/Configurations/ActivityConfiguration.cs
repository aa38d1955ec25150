using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class ActivityTypeConfiguration : IEntityTypeConfiguration<ActivityType>
{
    public void Configure(EntityTypeBuilder<ActivityType> builder)
    {
        builder.ToTable("activity_types");
        builder.Property(t => t.Name).HasMaxLength(ActivityType.NameMaxLength);
        builder.Property(t => t.NormalizedName).HasMaxLength(ActivityType.NameMaxLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.NormalizedName).IsUnique();
        var made = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        builder.HasData(ActivityType.BuiltIn.Select(t => new ActivityType { Id = t.Id, Name = t.Name, IsBuiltIn = true, UpdatedAt = made }));
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        // No foreign key to the account: journeys write these by the million, and who deletes an account deletes its activities.
        builder.ToTable("activities");
        builder.Property(a => a.SourceKey).HasMaxLength(Activity.SourceKeyMaxLength);
        builder.HasOne<Person>().WithMany(p => p.Activities).HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ActivityType>().WithMany().HasForeignKey(a => a.ActivityTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.AccountId, a.Id });
        builder.HasIndex(a => new { a.PersonId, a.ActivityTypeId, a.OccurredAt });
        builder.HasIndex(a => a.SourceKey).IsUnique().HasFilter("source_key IS NOT NULL");
    }
}

internal sealed class ActivityAttributeConfiguration : IEntityTypeConfiguration<ActivityAttribute>
{
    public void Configure(EntityTypeBuilder<ActivityAttribute> builder)
    {
        builder.ToTable("activity_attributes");
        builder.HasKey(a => new { a.ActivityId, a.Name });
        builder.Property(a => a.Name).HasMaxLength(ActivityAttribute.NameMaxLength);
        builder.Property(a => a.Value).HasMaxLength(ActivityAttribute.ValueMaxLength);
        builder.Property(a => a.NormalizedValue).HasMaxLength(ActivityAttribute.ValueMaxLength);
        builder.HasOne<Activity>().WithMany(a => a.Attributes).HasForeignKey(a => a.ActivityId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ActivityAttributeNameConfiguration : IEntityTypeConfiguration<ActivityAttributeName>
{
    public void Configure(EntityTypeBuilder<ActivityAttributeName> builder)
    {
        builder.ToTable("activity_attribute_names");
        builder.HasKey(n => n.Name);
        builder.Property(n => n.Name).HasMaxLength(ActivityAttribute.NameMaxLength);
        builder.HasData(ActivityAttributeName.Usual.Select(name => new ActivityAttributeName { Name = name }));
    }
}
