using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Benchmarks.Events;

/// <summary>The smallest service: what it does is in the log, and a follower keeps a row of each event.</summary>
sealed class LedgerContext(DbContextOptions<LedgerContext> options) : ServiceContext(options)
{
    public DbSet<ProjectedEntry> ProjectedEntries => Set<ProjectedEntry>();

    protected override void DescribeTables(ModelBuilder model) => model.Entity<ProjectedEntry>();
}

/// <summary>What the follower made of it.</summary>
sealed class ProjectedEntry
{
    public required string Id { get; init; }

    public required long Position { get; init; }
}
