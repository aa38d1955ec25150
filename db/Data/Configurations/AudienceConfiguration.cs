using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Audiences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class AudienceConfiguration : IEntityTypeConfiguration<Audience>
{
    public void Configure(EntityTypeBuilder<Audience> builder)
    {
        builder.ToTable("audiences");
        builder.Property(a => a.Name).HasMaxLength(Audience.NameMaxLength);
        builder.Property(a => a.NormalizedName).HasMaxLength(Audience.NameMaxLength);
        builder.Property(a => a.Description).HasMaxLength(Audience.DescriptionMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.NormalizedName).IsUnique();
        builder.Property(a => a.Condition).HasCondition();
    }
}

internal sealed class AccountListConfiguration : IEntityTypeConfiguration<AccountList>
{
    public void Configure(EntityTypeBuilder<AccountList> builder)
    {
        builder.ToTable("account_lists");
        builder.Property(l => l.Name).HasMaxLength(AccountList.NameMaxLength);
        builder.Property(l => l.NormalizedName).HasMaxLength(AccountList.NameMaxLength);
        builder.Property(l => l.Description).HasMaxLength(AccountList.DescriptionMaxLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => l.NormalizedName).IsUnique();
        builder.Property(l => l.Condition).HasCondition();
    }
}

internal sealed class AccountListMemberConfiguration : IEntityTypeConfiguration<AccountListMember>
{
    public void Configure(EntityTypeBuilder<AccountListMember> builder)
    {
        builder.ToTable("account_list_members");
        builder.HasKey(m => new { m.AccountListId, m.AccountId });
        builder.HasOne<AccountList>().WithMany(l => l.Members).HasForeignKey(m => m.AccountListId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => m.AccountId);
    }
}
