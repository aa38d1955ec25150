using BuyingGroups.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class ActorRecordConfiguration : IEntityTypeConfiguration<ActorRecord>
{
    public void Configure(EntityTypeBuilder<ActorRecord> builder)
    {
        builder.ToTable("actors");
        builder.Property(a => a.Reference).HasMaxLength(ActorRecord.ReferenceMaxLength);
        builder.Property(a => a.Name).HasMaxLength(ActorRecord.NameMaxLength);
        builder.HasIndex(a => a.Reference).IsUnique();
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.CameFrom).HasMaxLength(100);
        builder.Property(e => e.Action).HasMaxLength(100);
        builder.Property(e => e.SubjectKind).HasMaxLength(60);
        builder.Property(e => e.SubjectId).HasMaxLength(60);
        builder.Property(e => e.SubjectName).HasMaxLength(600);
        builder.Property(e => e.DetailHash).HasMaxLength(64);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasOne(e => e.Actor).WithMany().HasForeignKey(e => e.ActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.SubjectKind, e.SubjectId, e.Sequence });
        builder.HasIndex(e => new { e.ActorId, e.Sequence });
        builder.HasIndex(e => new { e.At, e.Sequence });
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("audit_heads");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(64);
        builder.HasData(new AuditHead { Id = 1, Sequence = 0, Hash = "" });
    }
}

internal sealed class RecordChangeConfiguration : IEntityTypeConfiguration<RecordChange>
{
    public void Configure(EntityTypeBuilder<RecordChange> builder)
    {
        builder.ToTable("record_changes");
        builder.Property(c => c.Field).HasMaxLength(RecordChange.FieldMaxLength);
        builder.HasIndex(c => new { c.SubjectKind, c.SubjectId, c.Id });
    }
}
