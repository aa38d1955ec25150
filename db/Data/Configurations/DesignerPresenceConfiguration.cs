using BuyingGroups.Data.Auditing;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class DesignerPresenceConfiguration : IEntityTypeConfiguration<DesignerPresence>
{
    public void Configure(EntityTypeBuilder<DesignerPresence> builder)
    {
        builder.ToTable("designer_presences");
        builder.Property(p => p.Id).HasMaxLength(DesignerPresence.IdMaxLength);
        builder.Property(p => p.UserName).HasMaxLength(ActorRecord.NameMaxLength);
        builder.HasOne<Journey>().WithMany().HasForeignKey(p => p.JourneyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => p.SeenAt);
    }
}
