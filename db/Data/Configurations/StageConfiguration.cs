using BuyingGroups.Domain.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class StageModelConfiguration : IEntityTypeConfiguration<StageModel>
{
    public void Configure(EntityTypeBuilder<StageModel> builder)
    {
        builder.ToTable("stage_models");
        builder.Property(m => m.Name).HasMaxLength(StageModel.NameMaxLength);
        builder.Property(m => m.NormalizedName).HasMaxLength(StageModel.NameMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.NormalizedName).IsUnique();
        builder.HasMany(m => m.Stages).WithOne().HasForeignKey(s => s.StageModelId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Transitions).WithOne().HasForeignKey(t => t.StageModelId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StageConfiguration : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> builder)
    {
        builder.ToTable("stages");
        builder.Property(s => s.Name).HasMaxLength(Stage.NameMaxLength);
        builder.Property(s => s.Description).HasMaxLength(2000);
    }
}

internal sealed class StageTransitionConfiguration : IEntityTypeConfiguration<StageTransition>
{
    public void Configure(EntityTypeBuilder<StageTransition> builder)
    {
        builder.ToTable("stage_transitions");
        builder.HasKey(t => new { t.FromStageId, t.ToStageId });
        builder.HasOne<Stage>().WithMany().HasForeignKey(t => t.FromStageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Stage>().WithMany().HasForeignKey(t => t.ToStageId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StageChangeConfiguration : IEntityTypeConfiguration<StageChange>
{
    public void Configure(EntityTypeBuilder<StageChange> builder)
    {
        // History outlives what it tells of: no foreign keys.
        builder.ToTable("stage_changes");
        builder.Property(c => c.Reason).HasMaxLength(StageChange.ReasonMaxLength);
        builder.HasIndex(c => new { c.BuyingGroupId, c.Id });
        // The moves of a period, for dashboards.
        builder.HasIndex(c => new { c.At, c.BuyingGroupId });
    }
}
