using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.SolutionInterests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class MaintenanceRunConfiguration : IEntityTypeConfiguration<MaintenanceRun>
{
    public void Configure(EntityTypeBuilder<MaintenanceRun> builder)
    {
        // A report outlives what it tells of: no foreign keys.
        builder.ToTable("maintenance_runs");
        builder.HasIndex(r => r.JobId);
    }
}

internal sealed class MaintenanceRunGroupConfiguration : IEntityTypeConfiguration<MaintenanceRunGroup>
{
    public void Configure(EntityTypeBuilder<MaintenanceRunGroup> builder)
    {
        builder.ToTable("maintenance_run_groups");
        builder.HasIndex(g => new { g.MaintenanceRunId, g.BuyingGroupId });
    }
}

internal sealed class MaintenanceStateConfiguration : IEntityTypeConfiguration<MaintenanceState>
{
    public void Configure(EntityTypeBuilder<MaintenanceState> builder)
    {
        builder.ToTable("maintenance_states");
        builder.HasKey(s => s.SolutionInterestId);
        builder.Property(s => s.SolutionInterestId).ValueGeneratedNever();
        builder.HasOne<SolutionInterest>().WithMany().HasForeignKey(s => s.SolutionInterestId).OnDelete(DeleteBehavior.Cascade);
    }
}
