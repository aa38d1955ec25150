using BuyingGroups.Domain.BuyingGroups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.HasKey(m => new { m.BuyingGroupId, m.PersonId });
        builder.HasOne(m => m.BuyingGroup).WithMany(g => g.Members).HasForeignKey(m => m.BuyingGroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(m => m.Person).WithMany(p => p.Memberships).HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Role).WithMany().HasForeignKey(m => m.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.PersonId);
    }
}

internal sealed class MembershipChangeConfiguration : IEntityTypeConfiguration<MembershipChange>
{
    public void Configure(EntityTypeBuilder<MembershipChange> builder)
    {
        // History outlives what it tells of: no foreign keys but the one to the person, who may be shown.
        builder.ToTable("membership_changes");
        builder.Ignore(c => c.Person);
        builder.HasIndex(c => new { c.BuyingGroupId, c.Id });
        builder.HasIndex(c => new { c.PersonId, c.Id });
    }
}

internal sealed class DismissedSuggestionConfiguration : IEntityTypeConfiguration<DismissedSuggestion>
{
    public void Configure(EntityTypeBuilder<DismissedSuggestion> builder)
    {
        builder.ToTable("dismissed_suggestions");
        builder.HasKey(d => new { d.BuyingGroupId, d.PersonId, d.RoleId });
        builder.HasOne<BuyingGroup>().WithMany().HasForeignKey(d => d.BuyingGroupId).OnDelete(DeleteBehavior.Cascade);
    }
}
