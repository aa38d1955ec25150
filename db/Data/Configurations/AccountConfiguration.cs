using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(a => a.SourceKey).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.ParentSourceKey).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.Name).HasMaxLength(Account.NameMaxLength);
        builder.Property(a => a.NormalizedName).HasMaxLength(Account.NameMaxLength);
        builder.Property(a => a.Industry).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedIndustry).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.Website).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedWebsite).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.SicCode).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedSicCode).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.Phone).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedPhone).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.BillingStreet).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedBillingStreet).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.BillingCity).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedBillingCity).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.BillingState).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedBillingState).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.BillingRegion).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedBillingRegion).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.BillingPostalCode).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedBillingPostalCode).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.BillingCountry).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedBillingCountry).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.SourceType).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.NormalizedSourceType).HasMaxLength(Account.TextMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne(a => a.ParentAccount).WithMany(a => a.Children).HasForeignKey(a => a.ParentAccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.SourceKey).IsUnique();
        builder.HasIndex(a => a.ParentSourceKey);
        builder.HasIndex(a => a.OwnerId);
        builder.HasIndex(a => new { a.NormalizedName, a.Id });
        builder.HasIndex(a => new { a.NormalizedIndustry, a.Id });
        builder.HasIndex(a => new { a.NormalizedBillingCountry, a.Id });
        builder.HasIndex(a => new { a.NormalizedBillingCity, a.Id });
        builder.HasIndex(a => new { a.AnnualRevenue, a.Id });
        builder.HasIndex(a => new { a.NumberOfEmployees, a.Id });
        builder.HasIndex(a => new { a.UpdatedAt, a.Id });
    }
}

internal sealed class AccountFieldValueConfiguration : IEntityTypeConfiguration<AccountFieldValue>
{
    public void Configure(EntityTypeBuilder<AccountFieldValue> builder)
    {
        builder.ToTable("account_field_values");
        builder.HasKey(v => new { v.AccountId, v.FieldId });
        builder.Property(v => v.Text).HasMaxLength(CustomField.TextMaxLength);
        builder.Property(v => v.NormalizedTextValue).HasMaxLength(CustomField.TextMaxLength);
        builder.HasOne<Account>().WithMany(a => a.FieldValues).HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CustomField>().WithMany().HasForeignKey(v => v.FieldId).OnDelete(DeleteBehavior.Restrict);
    }
}
