using BuyingGroups.Data.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class BackgroundJobConfiguration : IEntityTypeConfiguration<BackgroundJob>
{
    public void Configure(EntityTypeBuilder<BackgroundJob> builder)
    {
        builder.ToTable("jobs");
        builder.Property(j => j.Kind).HasMaxLength(BackgroundJob.KindMaxLength);
        builder.Property(j => j.Title).HasMaxLength(BackgroundJob.TitleMaxLength);
        builder.Property(j => j.ExclusiveKey).HasMaxLength(200);
        builder.Property(j => j.Owner).HasMaxLength(200);
        builder.Property(j => j.Link).HasMaxLength(500);
        builder.HasIndex(j => new { j.Status, j.Id });
        builder.HasIndex(j => new { j.Kind, j.Id });
        builder.HasIndex(j => j.ExclusiveKey);
    }
}
