using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Ignore(p => p.DisplayName);
        builder.Property(p => p.SourceKey).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.Email).HasMaxLength(Person.EmailMaxLength);
        builder.Property(p => p.NormalizedEmail).HasMaxLength(Person.EmailMaxLength);
        builder.Property(p => p.FirstName).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedFirstName).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.MiddleName).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedMiddleName).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.LastName).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedLastName).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.Salutation).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedSalutation).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.JobTitle).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedJobTitle).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.Phone).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedPhone).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.MobilePhone).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedMobilePhone).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.Fax).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedFax).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.City).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedCity).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.State).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedState).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.PostalCode).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedPostalCode).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.Country).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedCountry).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.LeadStatus).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedLeadStatus).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.UnsubscribedReason).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedUnsubscribedReason).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.MarketingSuspendedCause).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedMarketingSuspendedCause).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.InferredState).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedInferredState).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.InferredRegion).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.NormalizedInferredRegion).HasMaxLength(Person.TextMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne(p => p.Account).WithMany(a => a.People).HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.SourceKey).IsUnique();
        builder.HasIndex(p => p.AccountId);
        builder.HasIndex(p => new { p.NormalizedLastName, p.NormalizedFirstName, p.Id });
        builder.HasIndex(p => new { p.NormalizedFirstName, p.Id });
        builder.HasIndex(p => new { p.NormalizedEmail, p.Id });
        builder.HasIndex(p => new { p.NormalizedJobTitle, p.Id });
        builder.HasIndex(p => new { p.EngagementScore, p.Id });
        builder.HasIndex(p => new { p.UpdatedAt, p.Id });
        builder.HasIndex(p => new { p.NormalizedCountry, p.Id });
        builder.HasIndex(p => new { p.Unsubscribed, p.Id });
    }
}

internal sealed class PersonFieldValueConfiguration : IEntityTypeConfiguration<PersonFieldValue>
{
    public void Configure(EntityTypeBuilder<PersonFieldValue> builder)
    {
        builder.ToTable("person_field_values");
        builder.HasKey(v => new { v.PersonId, v.FieldId });
        builder.Property(v => v.Text).HasMaxLength(CustomField.TextMaxLength);
        builder.Property(v => v.NormalizedTextValue).HasMaxLength(CustomField.TextMaxLength);
        builder.HasOne<Person>().WithMany(p => p.FieldValues).HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CustomField>().WithMany().HasForeignKey(v => v.FieldId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MergedKeyConfiguration : IEntityTypeConfiguration<MergedKey>
{
    public void Configure(EntityTypeBuilder<MergedKey> builder)
    {
        builder.ToTable("merged_keys");
        builder.HasKey(k => k.SourceKey);
        builder.Property(k => k.SourceKey).HasMaxLength(Person.TextMaxLength);
        builder.HasOne(k => k.Person).WithMany().HasForeignKey(k => k.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RoleInAccountConfiguration : IEntityTypeConfiguration<RoleInAccount>
{
    public void Configure(EntityTypeBuilder<RoleInAccount> builder)
    {
        builder.ToTable("person_roles_in_account");
        builder.HasKey(r => new { r.PersonId, r.NormalizedName });
        builder.Property(r => r.Name).HasMaxLength(RoleInAccount.NameMaxLength);
        builder.Property(r => r.NormalizedName).HasMaxLength(RoleInAccount.NameMaxLength);
        builder.HasOne<Person>().WithMany(p => p.RolesInAccount).HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
