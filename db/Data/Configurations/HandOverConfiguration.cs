using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.BuyingGroups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class HandOverConfiguration : IEntityTypeConfiguration<HandOver>
{
    public void Configure(EntityTypeBuilder<HandOver> builder)
    {
        builder.ToTable("hand_overs");
        builder.Property(h => h.Reason).HasMaxLength(HandOver.ReasonMaxLength);
        builder.HasOne(h => h.BuyingGroup).WithMany().HasForeignKey(h => h.BuyingGroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(h => new { h.BuyingGroupId, h.Id });
        builder.HasIndex(h => new { h.Status, h.ReadyAt });
        builder.HasIndex(h => new { h.Status, h.DecidedAt });
    }
}

internal sealed class ScheduleConfiguration : IEntityTypeConfiguration<Schedule>
{
    public void Configure(EntityTypeBuilder<Schedule> builder)
    {
        builder.ToTable("schedules");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(Schedule.KeyMaxLength);
        builder.Property(s => s.Error).HasMaxLength(Schedule.TextMaxLength);
    }
}
