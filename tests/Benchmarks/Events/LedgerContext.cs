using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Benchmarks.Events;

/// <summary>The smallest service: one kind of record, and a follower that keeps a row of each event.</summary>
sealed class LedgerContext(DbContextOptions<LedgerContext> options) : ServiceContext(options)
{
    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<ProjectedEntry> ProjectedEntries => Set<ProjectedEntry>();

    protected override void DescribeTables(ModelBuilder model)
    {
        model.Entity<Entry>();
        model.Entity<ProjectedEntry>();
    }
}

/// <summary>The state that a command makes.</summary>
sealed class Entry : IVersioned
{
    public required string Id { get; init; }

    public required byte[] Text { get; init; }

    public required long Version { get; set; }
}

/// <summary>What the follower made of it.</summary>
sealed class ProjectedEntry
{
    public required string Id { get; init; }

    public required long Position { get; init; }
}
