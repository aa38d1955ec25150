using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class OpportunityConfiguration : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> builder)
    {
        builder.ToTable("opportunities");
        builder.Property(o => o.SourceKey).HasMaxLength(Opportunity.TextMaxLength);
        builder.Property(o => o.Name).HasMaxLength(Opportunity.TextMaxLength);
        builder.Property(o => o.Stage).HasMaxLength(Opportunity.TextMaxLength);
        builder.HasOne<Account>().WithMany(a => a.Opportunities).HasForeignKey(o => o.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(o => o.SourceKey).IsUnique();
        builder.HasIndex(o => o.AccountId);
    }
}
