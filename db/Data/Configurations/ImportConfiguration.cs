using BuyingGroups.Data.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class ImportFileConfiguration : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.ToTable("import_files");
        builder.Property(f => f.FileName).HasMaxLength(255);
        builder.Property(f => f.StoredAs).HasMaxLength(255);
        builder.HasIndex(f => f.CreatedAt);
    }
}

internal sealed class ImportRejectionConfiguration : IEntityTypeConfiguration<ImportRejection>
{
    public void Configure(EntityTypeBuilder<ImportRejection> builder)
    {
        builder.ToTable("import_rejections");
        builder.HasKey(r => new { r.ImportFileId, r.Line });
        builder.Property(r => r.Reason).HasMaxLength(60);
        builder.Property(r => r.Message).HasMaxLength(1000);
        builder.Property(r => r.Row).HasMaxLength(8000);
        builder.HasOne<ImportFile>().WithMany().HasForeignKey(r => r.ImportFileId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportMappingConfiguration : IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.ToTable("import_mappings");
        builder.Property(m => m.Name).HasMaxLength(255);
        builder.HasIndex(m => new { m.Kind, m.Name }).IsUnique();
    }
}
