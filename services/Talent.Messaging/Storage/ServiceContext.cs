using Microsoft.EntityFrameworkCore;

namespace Talent.Messaging.Storage;

/// <summary>
/// The database of one service: its own tables, which the derived class describes, and the tables of the event log, idempotency,
/// checkpoints, texts and work, which every service has. Tables and columns are snake_case in both dialects; instants are UTC to the
/// microsecond (PostgreSQL <c>timestamptz</c>; SQLite microseconds since 1970, so that they compare and sort).
/// </summary>
/// <remarks>
/// The derived class takes <c>DbContextOptions&lt;TDerived&gt;</c> alone (contexts are pooled, so it holds no state of its own) and
/// overrides <see cref="DescribeTables"/>. Every write goes through a command, a projection or a work item: they take turns on SQLite.
/// </remarks>
/// <param name="options">The provider and its connection, as <c>AddServiceStorage</c> sets them.</param>
public abstract class ServiceContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The log of the service's events.</summary>
    public DbSet<EventRow> Events => Set<EventRow>();

    /// <summary>The positions of published events.</summary>
    public DbSet<EventPositionRow> EventPositions => Set<EventPositionRow>();

    /// <summary>The identity of the log.</summary>
    public DbSet<LogIdentityRow> LogIdentity => Set<LogIdentityRow>();

    /// <summary>Who holds which lease.</summary>
    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    /// <summary>How far the relay has come.</summary>
    public DbSet<RelayProgressRow> RelayProgress => Set<RelayProgressRow>();

    /// <summary>How far the projections have come.</summary>
    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();

    /// <summary>Events operators decided to pass over.</summary>
    public DbSet<SkippedEventRow> SkippedEvents => Set<SkippedEventRow>();

    /// <summary>Rebuilds that operators asked for.</summary>
    public DbSet<RebuildRow> Rebuilds => Set<RebuildRow>();

    /// <summary>Commands of the last 30 days.</summary>
    public DbSet<RequestRow> Requests => Set<RequestRow>();

    /// <summary>Free texts.</summary>
    public DbSet<TextRow> Texts => Set<TextRow>();

    /// <summary>The people texts are about.</summary>
    public DbSet<TextSubjectRow> TextSubjects => Set<TextSubjectRow>();

    /// <summary>What is to be computed again.</summary>
    public DbSet<WorkRow> Work => Set<WorkRow>();

    // By what is wanted, the trace of what wanted it. Of the present transaction alone: each one begins with none, whatever a failed one
    // left in a pooled context.
    internal SortedDictionary<(string Kind, string Subject), string> WantedWork { get; } = new(ByKindAndSubject);

    private static Comparer<(string Kind, string Subject)> ByKindAndSubject { get; } = Comparer<(string Kind, string Subject)>.Create(
        (one, other) => string.CompareOrdinal(one.Kind, other.Kind) is var kinds and not 0
            ? kinds
            : string.CompareOrdinal(one.Subject, other.Subject));

    /// <summary>
    /// Describes the service's own tables. Names follow by themselves: <c>AppointmentEnd</c> becomes <c>appointment_end</c>.
    /// </summary>
    protected abstract void DescribeTables(ModelBuilder model);

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        LogTables.Describe(modelBuilder);
        DescribeTables(modelBuilder);
        ModelConventions.Apply(modelBuilder, Database.IsSqlite());
    }
}
