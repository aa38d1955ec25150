using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class JourneyConfiguration : IEntityTypeConfiguration<Journey>
{
    public void Configure(EntityTypeBuilder<Journey> builder)
    {
        builder.ToTable("journeys");
        builder.Property(j => j.Name).HasMaxLength(Journey.NameMaxLength);
        builder.Property(j => j.NormalizedName).HasMaxLength(Journey.NameMaxLength);
        builder.Property(j => j.Description).HasMaxLength(Journey.DescriptionMaxLength);
        builder.Property(j => j.Problem).HasMaxLength(Journey.ProblemMaxLength);
        builder.Property(j => j.Version).IsConcurrencyToken();
        builder.HasIndex(j => j.NormalizedName).IsUnique();
        builder.HasIndex(j => new { j.Status, j.Id });
        builder.HasIndex(j => new { j.UpdatedAt, j.Id });
    }
}

internal sealed class JourneyVersionConfiguration : IEntityTypeConfiguration<JourneyVersion>
{
    public void Configure(EntityTypeBuilder<JourneyVersion> builder)
    {
        builder.ToTable("journey_versions");
        builder.HasOne<Journey>().WithMany().HasForeignKey(v => v.JourneyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => new { v.JourneyId, v.Number }).IsUnique();
    }
}

internal sealed class JourneyNodeKeyConfiguration : IEntityTypeConfiguration<JourneyNodeKey>
{
    public void Configure(EntityTypeBuilder<JourneyNodeKey> builder)
    {
        builder.ToTable("journey_node_keys");
        builder.Property(k => k.NodeId).HasMaxLength(NodeId.MaxLength);
        builder.HasOne<JourneyVersion>().WithMany().HasForeignKey(k => k.JourneyVersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(k => new { k.JourneyVersionId, k.NodeId }).IsUnique();
    }
}

/// <summary>No foreign keys on entries and visits: millions of rows are written by the engine alone, and what is deleted is dealt with by it.</summary>
internal sealed class JourneyEntryConfiguration : IEntityTypeConfiguration<JourneyEntry>
{
    public void Configure(EntityTypeBuilder<JourneyEntry> builder)
    {
        builder.ToTable("journey_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Error).HasMaxLength(JourneyEntry.ErrorMaxLength);
        // A number, so that the engine's statements can say 0 and 1 on every database.
        builder.Property(e => e.HasHeard).HasConversion<short>().HasDefaultValue(false);
        builder.HasIndex(e => new { e.AccountId, e.JourneyId, e.EntryNumber }).IsUnique();
        builder.HasIndex(e => new { e.NodeKey, e.Partition, e.DueAt, e.Id }).HasFilter("due_at IS NOT NULL");
        // Who ended how: one row an entry, written when it ends, not with each step.
        builder.HasIndex(e => new { e.JourneyId, e.Status, e.Id }).HasFilter("due_at IS NULL");
        // Parked ones (EntryStatus.Parked) are few; without this they would be looked for among millions.
        builder.HasIndex(e => new { e.JourneyId, e.NodeKey, e.Id }).HasFilter("status = 6");
    }
}

internal sealed class JourneyVisitConfiguration : IEntityTypeConfiguration<JourneyVisit>
{
    public void Configure(EntityTypeBuilder<JourneyVisit> builder)
    {
        builder.ToTable("journey_visits");
        builder.HasKey(v => new { v.NodeKey, v.EntryId });
        builder.Property(v => v.Detail).HasMaxLength(JourneyVisit.DetailMaxLength);
    }
}

internal sealed class JourneyBatchConfiguration : IEntityTypeConfiguration<JourneyBatch>
{
    public void Configure(EntityTypeBuilder<JourneyBatch> builder)
    {
        builder.ToTable("journey_batches");
        builder.HasIndex(b => new { b.JourneyId, b.Id });
    }
}

internal sealed class JourneyLeaseConfiguration : IEntityTypeConfiguration<JourneyLease>
{
    public void Configure(EntityTypeBuilder<JourneyLease> builder)
    {
        builder.ToTable("journey_leases");
        builder.HasKey(l => new { l.JourneyId, l.Partition });
        builder.Property(l => l.Owner).HasMaxLength(JourneyLease.OwnerMaxLength);
        builder.HasOne<Journey>().WithMany().HasForeignKey(l => l.JourneyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class JourneyNodeStatisticConfiguration : IEntityTypeConfiguration<JourneyNodeStatistic>
{
    public void Configure(EntityTypeBuilder<JourneyNodeStatistic> builder)
    {
        builder.ToTable("journey_node_statistics");
        builder.HasKey(s => new { s.NodeKey, s.Partition, s.Path });
    }
}

internal sealed class JourneyVariantCountConfiguration : IEntityTypeConfiguration<JourneyVariantCount>
{
    public void Configure(EntityTypeBuilder<JourneyVariantCount> builder)
    {
        builder.ToTable("journey_variant_counts");
        builder.HasKey(c => c.NodeKey);
        builder.Property(c => c.NodeKey).ValueGeneratedNever();
    }
}

internal sealed class JourneyListeningConfiguration : IEntityTypeConfiguration<JourneyListening>
{
    public void Configure(EntityTypeBuilder<JourneyListening> builder)
    {
        builder.ToTable("journey_listenings");
        builder.HasKey(l => new { l.NodeKey, l.Partition });
    }
}

internal sealed class JourneyInvitationConfiguration : IEntityTypeConfiguration<JourneyInvitation>
{
    public void Configure(EntityTypeBuilder<JourneyInvitation> builder)
    {
        builder.ToTable("journey_invitations");
        builder.HasKey(i => new { i.JourneyId, i.AccountId });
        builder.HasOne<Journey>().WithMany().HasForeignKey(i => i.JourneyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class JourneyDayConfiguration : IEntityTypeConfiguration<JourneyDay>
{
    public void Configure(EntityTypeBuilder<JourneyDay> builder)
    {
        builder.ToTable("journey_days");
        builder.HasKey(d => new { d.JourneyId, d.Day, d.Partition, d.Outcome, d.Took });
    }
}

/// <summary>By journey and person: the accounts (person 0) are one range, the people the rest.</summary>
internal sealed class JourneyEngagementConfiguration : IEntityTypeConfiguration<JourneyEngagement>
{
    public void Configure(EntityTypeBuilder<JourneyEngagement> builder)
    {
        builder.ToTable("journey_engagements");
        builder.HasKey(e => new { e.JourneyId, e.PersonId, e.AccountId });
    }
}

internal sealed class JourneyEngagementMarkConfiguration : IEntityTypeConfiguration<JourneyEngagementMark>
{
    public void Configure(EntityTypeBuilder<JourneyEngagementMark> builder)
    {
        builder.ToTable("journey_engagement_marks");
        builder.HasKey(m => m.JourneyId);
        builder.Property(m => m.JourneyId).ValueGeneratedNever();
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.Property(m => m.Kind).HasMaxLength(OutboxMessage.KindMaxLength);
        builder.Property(m => m.Error).HasMaxLength(OutboxMessage.ErrorMaxLength);
        builder.HasIndex(m => new { m.NodeKey, m.EntryId, m.PersonId }).IsUnique();
        builder.HasIndex(m => new { m.Status, m.NextAt, m.Id });
    }
}

/// <summary>The engine's work tables: temporary, made by the provider's statements, never by a migration.</summary>
internal sealed class JourneyWorkConfiguration : IEntityTypeConfiguration<Journeys.JourneyWork>
{
    public void Configure(EntityTypeBuilder<Journeys.JourneyWork> builder)
    {
        builder.ToTable("journey_work", table => table.ExcludeFromMigrations());
        builder.HasKey(w => w.EntryId);
        builder.Property(w => w.EntryId).ValueGeneratedNever();
    }
}

internal sealed class JourneyWorkPersonConfiguration : IEntityTypeConfiguration<Journeys.JourneyWorkPerson>
{
    public void Configure(EntityTypeBuilder<Journeys.JourneyWorkPerson> builder)
    {
        builder.ToTable("journey_work_people", table => table.ExcludeFromMigrations());
        builder.HasKey(w => w.PersonId);
        builder.Property(w => w.PersonId).ValueGeneratedNever();
    }
}
