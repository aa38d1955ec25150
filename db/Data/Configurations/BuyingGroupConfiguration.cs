using BuyingGroups.Domain.BuyingGroups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class BuyingGroupConfiguration : IEntityTypeConfiguration<BuyingGroup>
{
    public void Configure(EntityTypeBuilder<BuyingGroup> builder)
    {
        builder.ToTable("buying_groups");
        builder.Property(g => g.Name).HasMaxLength(BuyingGroup.NameMaxLength);
        builder.Property(g => g.NormalizedName).HasMaxLength(BuyingGroup.NameMaxLength);
        builder.Property(g => g.Status).HasMaxLength(BuyingGroup.StatusMaxLength);
        builder.Property(g => g.NormalizedStatus).HasMaxLength(BuyingGroup.StatusMaxLength);
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.HasOne(g => g.Account).WithMany(a => a.BuyingGroups).HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(g => g.SolutionInterest).WithMany().HasForeignKey(g => g.SolutionInterestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(g => g.Stage).WithMany().HasForeignKey(g => g.StageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.AccountId, g.SolutionInterestId }).IsUnique();
        builder.HasIndex(g => new { g.SolutionInterestId, g.Completeness });
        builder.HasIndex(g => new { g.NormalizedName, g.Id });
        builder.HasIndex(g => new { g.Completeness, g.Id });
        builder.HasIndex(g => new { g.EngagementScore, g.Id });
        builder.HasIndex(g => new { g.StageId, g.Id });
        builder.HasIndex(g => new { g.NormalizedStatus, g.Id });
        builder.HasIndex(g => new { g.UpdatedAt, g.Id });
    }
}

internal sealed class RoleFillConfiguration : IEntityTypeConfiguration<RoleFill>
{
    public void Configure(EntityTypeBuilder<RoleFill> builder)
    {
        builder.ToTable("role_fills");
        builder.HasKey(f => new { f.BuyingGroupId, f.RoleId });
        builder.HasOne<BuyingGroup>().WithMany(g => g.RoleFills).HasForeignKey(f => f.BuyingGroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(f => f.Role).WithMany().HasForeignKey(f => f.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.RoleId, f.Assigned, f.BuyingGroupId });
    }
}

internal sealed class CreationJobConfiguration : IEntityTypeConfiguration<CreationJob>
{
    public void Configure(EntityTypeBuilder<CreationJob> builder)
    {
        builder.ToTable("creation_jobs");
        builder.HasOne<Domain.SolutionInterests.SolutionInterest>().WithMany().HasForeignKey(j => j.SolutionInterestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Domain.Audiences.Audience>().WithMany().HasForeignKey(j => j.AudienceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Domain.Audiences.AccountList>().WithMany().HasForeignKey(j => j.AccountListId).OnDelete(DeleteBehavior.Restrict);
    }
}
