using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Certificates;
using Underpin.Framework;
using Underpin.Framework.Consultation;
using Underpin.Framework.Drafting;
using Underpin.Framework.Exchange;
using Underpin.Framework.Newcomers;
using Underpin.Leadership.Plans;
using Underpin.Leadership.Scenarios;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Platform.History;
using Underpin.Platform.Mail;
using Underpin.Platform.Search;
using Underpin.Portfolios;
using Underpin.Qualifications;
using Underpin.Qualifications.Crosswalks;

namespace Underpin;

/// <summary>The one database of the house. Each room maps its own tables in its <c>…Tables.cs</c>.</summary>
internal abstract class UnderpinDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    readonly HistoryRecorder _recorder = new();

    // Platform
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<HistoryChain> HistoryChains => Set<HistoryChain>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<SearchWord> SearchWords => Set<SearchWord>();
    public DbSet<SearchTrigram> SearchTrigrams => Set<SearchTrigram>();

    // Access
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    // Framework
    public DbSet<PublishedFramework> Frameworks => Set<PublishedFramework>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Competence> Competences => Set<Competence>();
    public DbSet<RoleProfile> RoleProfiles => Set<RoleProfile>();
    public DbSet<NewcomersPage> NewcomersPages => Set<NewcomersPage>();
    public DbSet<CaseDocument> CaseDocuments => Set<CaseDocument>();
    public DbSet<CaseItem> CaseItems => Set<CaseItem>();
    public DbSet<CaseAssociation> CaseAssociations => Set<CaseAssociation>();
    public DbSet<CaseDefinition> CaseDefinitions => Set<CaseDefinition>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<DraftLine> DraftLines => Set<DraftLine>();
    public DbSet<DraftComment> DraftComments => Set<DraftComment>();
    public DbSet<CommentSupport> CommentSupports => Set<CommentSupport>();
    public DbSet<CommentReply> CommentReplies => Set<CommentReply>();

    // Qualifications
    public DbSet<PublishedContent> PublishedContent => Set<PublishedContent>();
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<LearningOutcome> LearningOutcomes => Set<LearningOutcome>();
    public DbSet<Criterion> Criteria => Set<Criterion>();
    public DbSet<Qualification> Qualifications => Set<Qualification>();
    public DbSet<QualificationUnit> QualificationUnits => Set<QualificationUnit>();
    public DbSet<CentreApproval> CentreApprovals => Set<CentreApproval>();
    public DbSet<Crosswalk> Crosswalks => Set<Crosswalk>();
    public DbSet<CrosswalkItem> CrosswalkItems => Set<CrosswalkItem>();
    public DbSet<CrosswalkMap> CrosswalkMaps => Set<CrosswalkMap>();

    // Portfolios
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();
    public DbSet<EnrolmentUnit> EnrolmentUnits => Set<EnrolmentUnit>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<EvidenceMapping> EvidenceMappings => Set<EvidenceMapping>();

    // Assessment
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<SubmissionEvidence> SubmissionEvidence => Set<SubmissionEvidence>();
    public DbSet<Judgement> Judgements => Set<Judgement>();
    public DbSet<QualityReview> QualityReviews => Set<QualityReview>();

    // Certificates
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<Certificate> Certificates => Set<Certificate>();

    // Leadership
    public DbSet<LeadershipScenario> LeadershipScenarios => Set<LeadershipScenario>();
    public DbSet<ScenarioRevision> ScenarioRevisions => Set<ScenarioRevision>();
    public DbSet<RotationPlanRecord> LeadershipRotations => Set<RotationPlanRecord>();

    /// <summary>Puts an act on record. It is written in the same transaction as the changes of the next save.</summary>
    public void Record(Change change, Guid chain, HistoryEvent happened) => _recorder.Add(change, chain, happened);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RowVersions.Raise(ChangeTracker);
        _recorder.RefuseUnrecordedChanges(ChangeTracker);
        if (!_recorder.HasPending) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        return await _recorder.SaveWithHistoryAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Save asynchronously: history is chained in SaveChangesAsync only.");

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(UnderpinDb).Assembly);
        RowVersions.Map(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<CertificateNumber>().HaveConversion<ParsableConverter<CertificateNumber>>().HaveMaxLength(16);
        conventions.Properties<LearnerNumber>().HaveConversion<ParsableConverter<LearnerNumber>>().HaveMaxLength(16);
        conventions.Properties<RqfLevel>().HaveConversion<RqfLevelConverter>();
        conventions.Properties<Credit>().HaveConversion<CreditConverter>();
        conventions.Properties<GuidedHours>().HaveConversion<GuidedHoursConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    // Identity takes its schema version from the options of the application's services. Tools and tests that make a context
    // by hand have none, and would silently lack the passkey table.
    static readonly IServiceProvider IdentityOptionsOnly = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    protected override void OnConfiguring(DbContextOptionsBuilder options)
    {
        if (options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            options.UseApplicationServiceProvider(IdentityOptionsOnly);
    }
}

internal sealed class SqliteUnderpinDb(DbContextOptions<SqliteUnderpinDb> options) : UnderpinDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        // SQLite cannot compare DateTimeOffset; every moment here is UTC, so a UTC DateTime keeps order and loses nothing.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeConverter>();
    }
}

internal sealed class PostgresUnderpinDb(DbContextOptions<PostgresUnderpinDb> options) : UnderpinDb(options);
