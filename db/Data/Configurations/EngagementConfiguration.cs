using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Engagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class WeightingModelConfiguration : IEntityTypeConfiguration<WeightingModel>
{
    public void Configure(EntityTypeBuilder<WeightingModel> builder)
    {
        builder.ToTable("weighting_models");
        builder.Property(m => m.Name).HasMaxLength(WeightingModel.NameMaxLength);
        builder.Property(m => m.NormalizedName).HasMaxLength(WeightingModel.NameMaxLength);
        builder.Property(m => m.Description).HasMaxLength(WeightingModel.DescriptionMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.NormalizedName).IsUnique();
        // The database itself keeps a second one from becoming active.
        builder.HasIndex(m => m.Status).IsUnique().HasFilter("status = 2");
        builder.HasMany(m => m.Bands).WithOne().HasForeignKey(b => b.WeightingModelId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Weights).WithOne().HasForeignKey(w => w.WeightingModelId).OnDelete(DeleteBehavior.Cascade);
        var made = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        builder.HasData(new WeightingModel
        {
            Id = WeightingModel.DefaultId,
            Name = "Default model",
            Status = WeightingStatus.Active,
            ActivatedAt = made,
            CreatedAt = made,
            UpdatedAt = made,
        });
    }
}

internal sealed class WeightingBandConfiguration : IEntityTypeConfiguration<WeightingBand>
{
    public void Configure(EntityTypeBuilder<WeightingBand> builder)
    {
        builder.ToTable("weighting_bands");
        builder.HasKey(b => new { b.WeightingModelId, b.Number });
        builder.Property(b => b.Number).ValueGeneratedNever();
        builder.Property(b => b.Name).HasMaxLength(WeightingBand.NameMaxLength);
        builder.HasData(WeightingModelRules.DefaultBands.Select((band, index) => new WeightingBand { WeightingModelId = WeightingModel.DefaultId, Number = index + 1, Name = band.Name, Value = band.Value }));
    }
}

internal sealed class ActivityWeightConfiguration : IEntityTypeConfiguration<ActivityWeight>
{
    public void Configure(EntityTypeBuilder<ActivityWeight> builder)
    {
        builder.ToTable("activity_weights");
        builder.HasKey(w => new { w.WeightingModelId, w.ActivityTypeId });
        builder.Property(w => w.ActivityTypeId).ValueGeneratedNever();
        builder.HasOne<ActivityType>().WithMany().HasForeignKey(w => w.ActivityTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasData(WeightingModelRules.DefaultWeights.Select(weight => new ActivityWeight
        {
            WeightingModelId = WeightingModel.DefaultId,
            ActivityTypeId = weight.Key,
            Weight = weight.Value,
            BandNumber = WeightingModelRules.DefaultBands.Select((band, index) => (band.Value, Number: index + 1)).Where(band => band.Value == weight.Value).Select(band => (int?)band.Number).FirstOrDefault(),
        }));
    }
}

internal sealed class ActivityDayConfiguration : IEntityTypeConfiguration<ActivityDay>
{
    public void Configure(EntityTypeBuilder<ActivityDay> builder)
    {
        // In the order of people, so that scoring a range of people reads one stretch of it. No foreign keys here and in the two that follow:
        // they are written by the million, and who deletes a person deletes these.
        builder.ToTable("activity_days");
        builder.HasKey(d => new { d.PersonId, d.ActivityTypeId, d.Day });
    }
}

internal sealed class PersonSumConfiguration : IEntityTypeConfiguration<PersonSum>
{
    public void Configure(EntityTypeBuilder<PersonSum> builder)
    {
        builder.ToTable("person_sums");
        builder.HasKey(s => s.PersonId);
        builder.Property(s => s.PersonId).ValueGeneratedNever();
    }
}

internal sealed class GroupSumConfiguration : IEntityTypeConfiguration<GroupSum>
{
    public void Configure(EntityTypeBuilder<GroupSum> builder)
    {
        builder.ToTable("group_sums");
        builder.HasKey(s => s.BuyingGroupId);
        builder.Property(s => s.BuyingGroupId).ValueGeneratedNever();
        builder.HasOne<BuyingGroup>().WithMany().HasForeignKey(s => s.BuyingGroupId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PersonScoreConfiguration : IEntityTypeConfiguration<PersonScore>
{
    public void Configure(EntityTypeBuilder<PersonScore> builder)
    {
        builder.ToTable("person_scores");
        builder.HasKey(s => new { s.PersonId, s.Day });
    }
}

internal sealed class GroupScoreConfiguration : IEntityTypeConfiguration<GroupScore>
{
    public void Configure(EntityTypeBuilder<GroupScore> builder)
    {
        builder.ToTable("group_scores");
        builder.HasKey(s => new { s.BuyingGroupId, s.Day });
        builder.HasOne<BuyingGroup>().WithMany().HasForeignKey(s => s.BuyingGroupId).OnDelete(DeleteBehavior.Cascade);
    }
}
