using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Domain.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

internal sealed class SolutionInterestConfiguration : IEntityTypeConfiguration<SolutionInterest>
{
    public void Configure(EntityTypeBuilder<SolutionInterest> builder)
    {
        builder.ToTable("solution_interests");
        builder.Property(s => s.Name).HasMaxLength(SolutionInterest.NameMaxLength);
        builder.Property(s => s.NormalizedName).HasMaxLength(SolutionInterest.NameMaxLength);
        builder.Property(s => s.Description).HasMaxLength(SolutionInterest.DescriptionMaxLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.NormalizedName).IsUnique();
        builder.HasOne<RoleTemplate>().WithMany().HasForeignKey(s => s.RoleTemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StageModel>().WithMany().HasForeignKey(s => s.StageModelId).OnDelete(DeleteBehavior.Restrict);
    }
}
