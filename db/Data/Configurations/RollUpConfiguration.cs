using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BuyingGroups.Data.Configurations;

/// <summary>Roll-ups are written by the refresh alone and can be counted anew at any time: no foreign keys.</summary>
internal sealed class GroupTallyConfiguration : IEntityTypeConfiguration<GroupTally>
{
    public void Configure(EntityTypeBuilder<GroupTally> builder)
    {
        builder.ToTable("group_tallies");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Industry).HasMaxLength(Account.TextMaxLength);
        builder.Property(t => t.Region).HasMaxLength(Account.TextMaxLength);
        builder.HasIndex(t => t.SolutionInterestId);
    }
}

internal sealed class GroupTallyDayConfiguration : IEntityTypeConfiguration<GroupTallyDay>
{
    public void Configure(EntityTypeBuilder<GroupTallyDay> builder)
    {
        builder.ToTable("group_tally_days");
        // A dashboard reads the days of a few tallies; booking reads all of a day.
        builder.HasKey(d => new { d.TallyId, d.Day });
        builder.HasIndex(d => d.Day);
    }
}

internal sealed class RoleTallyConfiguration : IEntityTypeConfiguration<RoleTally>
{
    public void Configure(EntityTypeBuilder<RoleTally> builder)
    {
        builder.ToTable("role_tallies");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Industry).HasMaxLength(Account.TextMaxLength);
        builder.Property(t => t.Region).HasMaxLength(Account.TextMaxLength);
        builder.HasIndex(t => t.SolutionInterestId);
    }
}

internal sealed class RoleTallyDayConfiguration : IEntityTypeConfiguration<RoleTallyDay>
{
    public void Configure(EntityTypeBuilder<RoleTallyDay> builder)
    {
        builder.ToTable("role_tally_days");
        // A dashboard reads the days of a few tallies; booking reads all of a day.
        builder.HasKey(d => new { d.TallyId, d.Day });
        builder.HasIndex(d => d.Day);
    }
}

internal sealed class ReachTallyConfiguration : IEntityTypeConfiguration<ReachTally>
{
    public void Configure(EntityTypeBuilder<ReachTally> builder)
    {
        builder.ToTable("reach_tallies");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Industry).HasMaxLength(Account.TextMaxLength);
        builder.Property(t => t.Region).HasMaxLength(Account.TextMaxLength);
    }
}

internal sealed class ReachTallyDayConfiguration : IEntityTypeConfiguration<ReachTallyDay>
{
    public void Configure(EntityTypeBuilder<ReachTallyDay> builder)
    {
        builder.ToTable("reach_tally_days");
        // A dashboard reads the days of a few tallies; booking reads all of a day.
        builder.HasKey(d => new { d.TallyId, d.Day });
        builder.HasIndex(d => d.Day);
    }
}

internal sealed class JourneyTallyConfiguration : IEntityTypeConfiguration<JourneyTally>
{
    public void Configure(EntityTypeBuilder<JourneyTally> builder)
    {
        builder.ToTable("journey_tallies");
        builder.Property(t => t.Id).ValueGeneratedNever();
    }
}

internal sealed class JourneyTallyDayConfiguration : IEntityTypeConfiguration<JourneyTallyDay>
{
    public void Configure(EntityTypeBuilder<JourneyTallyDay> builder)
    {
        builder.ToTable("journey_tally_days");
        builder.HasKey(d => new { d.Day, d.TallyId });
    }
}

internal sealed class ActivityTallyConfiguration : IEntityTypeConfiguration<ActivityTally>
{
    public void Configure(EntityTypeBuilder<ActivityTally> builder)
    {
        builder.ToTable("activity_tallies");
        builder.Property(t => t.Id).ValueGeneratedNever();
    }
}

internal sealed class ActivityTallyDayConfiguration : IEntityTypeConfiguration<ActivityTallyDay>
{
    public void Configure(EntityTypeBuilder<ActivityTallyDay> builder)
    {
        builder.ToTable("activity_tally_days");
        builder.HasKey(d => new { d.Day, d.TallyId });
    }
}

internal sealed class AccountScoreConfiguration : IEntityTypeConfiguration<AccountScore>
{
    public void Configure(EntityTypeBuilder<AccountScore> builder)
    {
        builder.ToTable("account_scores");
        builder.HasKey(s => s.AccountId);
        builder.Property(s => s.AccountId).ValueGeneratedNever();
        builder.HasIndex(s => new { s.Engagement, s.AccountId });
        builder.HasIndex(s => new { s.Change7, s.AccountId });
        builder.HasIndex(s => new { s.Change30, s.AccountId });
        builder.HasIndex(s => new { s.Change90, s.AccountId });
    }
}

internal sealed class AccountScoreDayConfiguration : IEntityTypeConfiguration<AccountScoreDay>
{
    public void Configure(EntityTypeBuilder<AccountScoreDay> builder)
    {
        builder.ToTable("account_score_days");
        builder.HasKey(d => new { d.AccountId, d.Day });
    }
}

internal sealed class ContactOverlapConfiguration : IEntityTypeConfiguration<ContactOverlap>
{
    public void Configure(EntityTypeBuilder<ContactOverlap> builder)
    {
        builder.ToTable("contact_overlaps");
        builder.HasKey(o => o.Groups);
        builder.Property(o => o.Groups).ValueGeneratedNever();
    }
}

internal sealed class OverlappingPersonConfiguration : IEntityTypeConfiguration<OverlappingPerson>
{
    public void Configure(EntityTypeBuilder<OverlappingPerson> builder)
    {
        builder.ToTable("overlapping_people");
        builder.HasKey(o => o.PersonId);
        builder.Property(o => o.PersonId).ValueGeneratedNever();
        builder.HasIndex(o => new { o.Groups, o.PersonId });
    }
}

internal sealed class RollUpStateConfiguration : IEntityTypeConfiguration<RollUpState>
{
    public void Configure(EntityTypeBuilder<RollUpState> builder)
    {
        builder.ToTable("roll_up_states");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
