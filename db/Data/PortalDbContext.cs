using BuyingGroups.Data.Auditing;
using BuyingGroups.Data.Identity;
using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Data.Protection;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Data.Views;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Domain.Stages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data;

/// <summary>The portal's one database. Read through queries, written through <see cref="PortalDatabase.WriteAsync{T}"/>.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options)
    : IdentityDbContext<PortalUser, PortalRole, int>(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountFieldValue> AccountFieldValues => Set<AccountFieldValue>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonFieldValue> PersonFieldValues => Set<PersonFieldValue>();

    public DbSet<MergedKey> MergedKeys => Set<MergedKey>();

    public DbSet<RoleInAccount> RolesInAccount => Set<RoleInAccount>();

    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    public DbSet<ActivityType> ActivityTypes => Set<ActivityType>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<ActivityAttribute> ActivityAttributes => Set<ActivityAttribute>();

    public DbSet<ActivityAttributeName> ActivityAttributeNames => Set<ActivityAttributeName>();

    public DbSet<ChangeEvent> ChangeEvents => Set<ChangeEvent>();

    public DbSet<CustomField> CustomFields => Set<CustomField>();

    public DbSet<BuyingGroupRole> BuyingGroupRoles => Set<BuyingGroupRole>();

    public DbSet<RoleTemplate> RoleTemplates => Set<RoleTemplate>();

    public DbSet<RoleCard> RoleCards => Set<RoleCard>();

    public DbSet<Persona> Personas => Set<Persona>();

    public DbSet<SolutionInterest> SolutionInterests => Set<SolutionInterest>();

    public DbSet<StageModel> StageModels => Set<StageModel>();

    public DbSet<Stage> Stages => Set<Stage>();

    public DbSet<StageTransition> StageTransitions => Set<StageTransition>();

    public DbSet<StageChange> StageChanges => Set<StageChange>();

    public DbSet<BuyingGroup> BuyingGroups => Set<BuyingGroup>();

    public DbSet<RoleFill> RoleFills => Set<RoleFill>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MembershipChange> MembershipChanges => Set<MembershipChange>();

    public DbSet<DismissedSuggestion> DismissedSuggestions => Set<DismissedSuggestion>();

    public DbSet<CreationJob> CreationJobs => Set<CreationJob>();

    public DbSet<MaintenanceRun> MaintenanceRuns => Set<MaintenanceRun>();

    public DbSet<MaintenanceRunGroup> MaintenanceRunGroups => Set<MaintenanceRunGroup>();

    public DbSet<MaintenanceState> MaintenanceStates => Set<MaintenanceState>();

    public DbSet<WeightingModel> WeightingModels => Set<WeightingModel>();

    public DbSet<WeightingBand> WeightingBands => Set<WeightingBand>();

    public DbSet<ActivityWeight> ActivityWeights => Set<ActivityWeight>();

    public DbSet<ActivityDay> ActivityDays => Set<ActivityDay>();

    public DbSet<PersonSum> PersonSums => Set<PersonSum>();

    public DbSet<GroupSum> GroupSums => Set<GroupSum>();

    public DbSet<PersonScore> PersonScores => Set<PersonScore>();

    public DbSet<GroupScore> GroupScores => Set<GroupScore>();

    public DbSet<Audience> Audiences => Set<Audience>();

    public DbSet<AccountList> AccountLists => Set<AccountList>();

    public DbSet<AccountListMember> AccountListMembers => Set<AccountListMember>();

    public DbSet<ActorRecord> Actors => Set<ActorRecord>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<RecordChange> RecordChanges => Set<RecordChange>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<BackgroundJob> Jobs => Set<BackgroundJob>();

    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    public DbSet<ImportRejection> ImportRejections => Set<ImportRejection>();

    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Journey> Journeys => Set<Journey>();

    public DbSet<JourneyVersion> JourneyVersions => Set<JourneyVersion>();

    public DbSet<JourneyNodeKey> JourneyNodeKeys => Set<JourneyNodeKey>();

    public DbSet<JourneyEntry> JourneyEntries => Set<JourneyEntry>();

    public DbSet<JourneyVisit> JourneyVisits => Set<JourneyVisit>();

    public DbSet<JourneyBatch> JourneyBatches => Set<JourneyBatch>();

    public DbSet<JourneyLease> JourneyLeases => Set<JourneyLease>();

    public DbSet<JourneyNodeStatistic> JourneyNodeStatistics => Set<JourneyNodeStatistic>();

    public DbSet<JourneyVariantCount> JourneyVariantCounts => Set<JourneyVariantCount>();

    public DbSet<JourneyListening> JourneyListenings => Set<JourneyListening>();

    public DbSet<JourneyInvitation> JourneyInvitations => Set<JourneyInvitation>();

    public DbSet<JourneyDay> JourneyDays => Set<JourneyDay>();

    public DbSet<JourneyEngagement> JourneyEngagements => Set<JourneyEngagement>();

    public DbSet<JourneyEngagementMark> JourneyEngagementMarks => Set<JourneyEngagementMark>();

    public DbSet<DesignerPresence> DesignerPresences => Set<DesignerPresence>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<GroupTally> GroupTallies => Set<GroupTally>();

    public DbSet<GroupTallyDay> GroupTallyDays => Set<GroupTallyDay>();

    public DbSet<RoleTally> RoleTallies => Set<RoleTally>();

    public DbSet<RoleTallyDay> RoleTallyDays => Set<RoleTallyDay>();

    public DbSet<ReachTally> ReachTallies => Set<ReachTally>();

    public DbSet<ReachTallyDay> ReachTallyDays => Set<ReachTallyDay>();

    public DbSet<JourneyTally> JourneyTallies => Set<JourneyTally>();

    public DbSet<JourneyTallyDay> JourneyTallyDays => Set<JourneyTallyDay>();

    public DbSet<ActivityTally> ActivityTallies => Set<ActivityTally>();

    public DbSet<ActivityTallyDay> ActivityTallyDays => Set<ActivityTallyDay>();

    public DbSet<AccountScore> AccountScores => Set<AccountScore>();

    public DbSet<AccountScoreDay> AccountScoreDays => Set<AccountScoreDay>();

    public DbSet<ContactOverlap> ContactOverlaps => Set<ContactOverlap>();

    public DbSet<OverlappingPerson> OverlappingPeople => Set<OverlappingPerson>();

    public DbSet<RollUpState> RollUpStates => Set<RollUpState>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<Schedule> Schedules => Set<Schedule>();

    public DbSet<JourneyWork> JourneyWork => Set<JourneyWork>();

    public DbSet<JourneyWorkPerson> JourneyWorkPeople => Set<JourneyWorkPerson>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
        if (Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
            configurationBuilder.Properties<decimal>().HaveConversion<ScaledDecimalConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

        builder.Entity<IdentityUserClaim<int>>().ToTable("user_claims");
        builder.Entity<IdentityUserRole<int>>().ToTable("user_roles");
        builder.Entity<IdentityUserLogin<int>>().ToTable("user_logins");
        builder.Entity<IdentityRoleClaim<int>>().ToTable("role_claims");
        builder.Entity<IdentityUserToken<int>>().ToTable("user_tokens");

        // Temporary tables carry their # in the name there.
        if (Database.ProviderName?.EndsWith("SqlServer", StringComparison.Ordinal) == true)
        {
            builder.Entity<JourneyWork>().ToTable("#journey_work", table => table.ExcludeFromMigrations());
            builder.Entity<JourneyWorkPerson>().ToTable("#journey_work_people", table => table.ExcludeFromMigrations());
        }

        ModelNames.Apply(builder);
        ModelCollations.Apply(builder, Database.ProviderName ?? "");
    }
}
