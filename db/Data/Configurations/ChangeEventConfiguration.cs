using BuyingGroups.Domain.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class ChangeEventConfiguration : IEntityTypeConfiguration<ChangeEvent>
{
    public void Configure(EntityTypeBuilder<ChangeEvent> builder)
    {
        // Read by range of ids; the indexes are for one account's timeline and for erasing a person.
        builder.ToTable("change_events");
        builder.Property(e => e.Field).HasMaxLength(ChangeEvent.FieldMaxLength);
        builder.Property(e => e.Previous).HasMaxLength(ChangeEvent.ValueMaxLength);
        builder.Property(e => e.Current).HasMaxLength(ChangeEvent.ValueMaxLength);
        builder.HasIndex(e => new { e.AccountId, e.Id });
        builder.HasIndex(e => e.PersonId).HasFilter("person_id IS NOT NULL");
    }
}
