using Microsoft.EntityFrameworkCore;

namespace Talent.Messaging.Storage;

/// <summary>
/// The tables every service has, as the model sees them. Their scripts are <c>Storage/Schema/*/0001-log.sql</c> of this project.
/// </summary>
internal static class LogTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<EventRow>(row =>
        {
            row.ToTable("events").HasKey(each => each.Sequence);
            row.Property(each => each.Sequence).ValueGeneratedOnAdd();
            // A property called Id loses this when another one becomes the key.
            row.Property(each => each.Id).IsRequired();
            row.HasIndex(each => each.Id).IsUnique();
            row.HasIndex(each => new { each.Aggregate, each.AggregateVersion }).IsUnique();
            row.IsAppendOnly();
        });
        model.Entity<EventPositionRow>(row =>
        {
            row.ToTable("event_positions").HasKey(each => each.Position);
            row.Property(each => each.Position).ValueGeneratedNever();
            row.HasIndex(each => each.EventId).IsUnique();
            row.IsAppendOnly();
        });
        model.Entity<LogIdentityRow>(row =>
        {
            row.ToTable("log_identity");
            row.Property(each => each.Id).ValueGeneratedNever();
        });
        model.Entity<LeaseRow>(row => row.ToTable("leases").HasKey(each => each.Name));
        model.Entity<RelayProgressRow>(row =>
        {
            row.ToTable("relay_progress");
            row.Property(each => each.Id).ValueGeneratedNever();
        });
        model.Entity<CheckpointRow>(row =>
        {
            row.ToTable("checkpoints").HasKey(each => each.Source);
            row.Property(each => each.EventId).HasDefaultValue("");
        });
        model.Entity<SkippedEventRow>(row =>
        {
            row.ToTable("skipped_events").HasKey(each => new { each.Source, each.EventId });
            row.IsAppendOnly();
        });
        model.Entity<RebuildRow>(row => row.ToTable("rebuilds").IsAppendOnly());
        model.Entity<RequestRow>(row =>
        {
            row.ToTable("requests").HasKey(each => new { each.Principal, each.Method, each.RequestId });
            row.HasIndex(each => each.CommittedAt);
            row.HasMany(each => each.Subjects).WithOne().HasForeignKey(each => new { each.Principal, each.Method, each.RequestId });
        });
        model.Entity<RequestSubjectRow>(row =>
        {
            row.ToTable("request_subjects")
                .HasKey(each => new { each.Principal, each.Method, each.RequestId, each.Identifier, each.SubjectId });
            row.HasIndex(each => each.SubjectId);
        });
        model.Entity<TextRow>(row =>
        {
            row.ToTable("texts");
            row.HasMany(each => each.Subjects).WithOne().HasForeignKey(each => each.TextId);
        });
        model.Entity<TextSubjectRow>(row =>
        {
            row.ToTable("text_subjects").HasKey(each => new { each.TextId, each.SubjectId });
            row.HasIndex(each => each.SubjectId);
        });
        model.Entity<WorkRow>(row =>
        {
            row.ToTable("work").HasKey(each => new { each.Kind, each.Subject });
            row.HasIndex(each => each.NotBefore).HasFilter("done < wanted");
            row.Property(each => each.TraceParent).HasDefaultValue("");
        });
    }
}
