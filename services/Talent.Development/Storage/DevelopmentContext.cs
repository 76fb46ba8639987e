using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talent.Messaging.Storage;

namespace Talent.Development.Storage;

/// <summary>The database of the Development service: the only one with people's names.</summary>
public sealed class DevelopmentContext(DbContextOptions<DevelopmentContext> options) : ServiceContext(options)
{
    // PostgreSQL sorts text by the database's language unless told otherwise; pages need one order everywhere.
    private const string ByteOrder = "C";

    /// <summary>People.</summary>
    public DbSet<PersonRow> People => Set<PersonRow>();

    /// <summary>Readiness statements.</summary>
    public DbSet<ReadinessStatementRow> ReadinessStatements => Set<ReadinessStatementRow>();

    /// <summary>Intentions to leave.</summary>
    public DbSet<LeavingIntentionRow> LeavingIntentions => Set<LeavingIntentionRow>();

    /// <summary>Sharing choices.</summary>
    public DbSet<SharingChoiceRow> SharingChoices => Set<SharingChoiceRow>();

    /// <summary>Registrations and qualifications.</summary>
    public DbSet<CredentialRow> Credentials => Set<CredentialRow>();

    /// <summary>Who read whose record.</summary>
    public DbSet<RecordReadRow> RecordReads => Set<RecordReadRow>();

    /// <summary>Erasures.</summary>
    public DbSet<ErasureRow> Erasures => Set<ErasureRow>();

    /// <summary>What other services reported of erasures: projection.</summary>
    public DbSet<ErasureReportRow> ErasureReports => Set<ErasureReportRow>();

    /// <summary>Keys of the service's own tokens.</summary>
    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();

    /// <inheritdoc/>
    protected override void DescribeTables(ModelBuilder model)
    {
        model.Entity<PersonRow>(row =>
        {
            row.ToTable("people");
            InByteOrder(row.Property(each => each.Id));
            InByteOrder(row.Property(each => each.SearchName));
            row.HasIndex(each => new { each.GroupId, each.SearchName, each.Id });
            row.HasIndex(each => each.ManagerId);
        });
        model.Entity<ReadinessStatementRow>(row =>
        {
            row.HasIndex(each => new { each.PersonId, each.Family, each.Level, each.Source }).IsUnique();
            row.Property(each => each.Level).HasConversion<string>();
            row.Property(each => each.Source).HasConversion<string>();
            row.Property(each => each.Audience).HasConversion<string>();
            row.Property(each => each.PublishedAs).HasConversion<string>();
        });
        model.Entity<LeavingIntentionRow>(row =>
        {
            row.HasKey(each => each.PersonId);
            row.Property(each => each.PublishedAs).HasConversion<string>();
        });
        model.Entity<SharingChoiceRow>(row =>
        {
            row.HasKey(each => new { each.PersonId, each.Subject });
            row.Property(each => each.Audience).HasConversion<string>();
            row.Property(each => each.PublishedAs).HasConversion<string>();
        });
        model.Entity<CredentialRow>(row =>
        {
            row.HasKey(each => new { each.PersonId, each.Code });
            row.Property(each => each.Source).HasConversion<string>();
        });
        model.Entity<RecordReadRow>(row =>
        {
            InByteOrder(row.Property(each => each.Id));
            row.HasIndex(each => new { each.PersonId, each.Id });
            row.IsAppendOnly();
        });
        model.Entity<ErasureRow>(row => row.HasKey(each => each.PersonId));
        model.Entity<ErasureReportRow>(row => row.HasKey(each => new { each.PersonId, each.Service }));
    }

    private void InByteOrder(PropertyBuilder<string> property)
    {
        if (Database.IsNpgsql())
            property.UseCollation(ByteOrder);
    }
}
