using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Succession.Storage;

/// <summary>The database of the Succession service: own state, projections of the other services, results.</summary>
/// <param name="options">The provider and its connection.</param>
public sealed class SuccessionContext(DbContextOptions<SuccessionContext> options) : ServiceContext(options)
{
    /// <summary>Slates, the aggregates: own state.</summary>
    public DbSet<SlateRow> Slates => Set<SlateRow>();

    /// <summary>Nominations of the slates: own state.</summary>
    public DbSet<NominationRow> Nominations => Set<NominationRow>();

    /// <summary>Flags raised, and when they were cleared: own state.</summary>
    public DbSet<FlagRow> Flags => Set<FlagRow>();

    /// <summary>What was discussed with holders about flags: own state.</summary>
    public DbSet<FlagDiscussionRow> FlagDiscussions => Set<FlagDiscussionRow>();

    /// <summary>Who read whose nominations: an audit.</summary>
    public DbSet<SlateReadRow> SlateReads => Set<SlateReadRow>();

    /// <summary>Whom the readings showed.</summary>
    public DbSet<SlateReadPersonRow> SlateReadPeople => Set<SlateReadPersonRow>();

    /// <summary>Signing keys of the service: own state.</summary>
    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();

    /// <summary>Groups, as Roles tells: projection.</summary>
    public DbSet<RolesGroupRow> RolesGroups => Set<RolesGroupRow>();

    /// <summary>Posts, as Roles tells: projection.</summary>
    public DbSet<RolesPostRow> RolesPosts => Set<RolesPostRow>();

    /// <summary>Appointments, as Roles tells: projection.</summary>
    public DbSet<RolesAppointmentRow> RolesAppointments => Set<RolesAppointmentRow>();

    /// <summary>People without names, as Development tells: projection.</summary>
    public DbSet<DevelopmentPersonRow> DevelopmentPeople => Set<DevelopmentPersonRow>();

    /// <summary>Readiness statements that the group may use, as Development tells: projection.</summary>
    public DbSet<DevelopmentReadinessRow> DevelopmentReadiness => Set<DevelopmentReadinessRow>();

    /// <summary>Registrations and qualifications, as Development tells: projection.</summary>
    public DbSet<DevelopmentCredentialRow> DevelopmentCredentials => Set<DevelopmentCredentialRow>();

    /// <summary>Intentions to leave that the group may use, as Development tells: projection.</summary>
    public DbSet<DevelopmentIntentionRow> DevelopmentIntentions => Set<DevelopmentIntentionRow>();

    /// <summary>Boards: results.</summary>
    public DbSet<BoardRecord> Boards => Set<BoardRecord>();

    /// <summary>Forecasts: results.</summary>
    public DbSet<ForecastRecord> Forecasts => Set<ForecastRecord>();

    /// <summary>How far forecasts are that are being computed.</summary>
    public DbSet<ForecastProgressRow> ForecastProgress => Set<ForecastProgressRow>();

    /// <inheritdoc />
    protected override void DescribeTables(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<SlateRow>().HasKey(each => each.PostId);
        model.Entity<NominationRow>(row =>
        {
            row.HasIndex(each => each.PostId);
            row.HasIndex(each => each.PersonId);
        });
        model.Entity<FlagRow>().HasIndex(each => each.GroupId);
        model.Entity<FlagDiscussionRow>().HasKey(each => each.FlagId);
        model.Entity<SlateReadRow>(row =>
        {
            row.HasIndex(each => each.PostId);
            row.Property(each => each.Role).HasDefaultValue("");
            row.IsAppendOnly();
        });
        model.Entity<SlateReadPersonRow>().HasKey(each => new { each.PersonId, each.ReadId });
        model.Entity<RolesPostRow>().HasIndex(each => each.GroupId);
        model.Entity<RolesAppointmentRow>(row =>
        {
            row.HasIndex(each => each.PostId);
            row.HasIndex(each => each.PersonId);
        });
        model.Entity<DevelopmentReadinessRow>().HasIndex(each => each.PersonId);
        model.Entity<DevelopmentCredentialRow>().HasKey(each => new { each.PersonId, each.Code });
        model.Entity<DevelopmentIntentionRow>().HasKey(each => each.PersonId);
        model.Entity<BoardRecord>().HasKey(each => each.GroupId);
        model.Entity<ForecastRecord>().HasKey(each => new { each.GroupId, each.Tier });
        model.Entity<ForecastProgressRow>().HasKey(each => each.GroupId);
    }
}
