using Talent.Development.Storage;
using Talent.Testing;

namespace Talent.Development.Tests.Storage;

public sealed class SchemaTests
{
    [Fact]
    public async Task Scripts_OnSqlite_MakeWhatTheModelWants()
    {
        var (migrated, model) = await SchemaComparison.OnSqliteAsync<DevelopmentContext>("development");

        Assert.Equal(model, migrated);
    }

    [Fact]
    public async Task Scripts_OnPostgres_MakeWhatTheModelWants()
    {
        var (migrated, model) = await SchemaComparison.OnPostgresAsync<DevelopmentContext>("development");

        Assert.Equal(model, migrated);
    }

    [Fact]
    public async Task Migrate_ApplicationRole_OnlyAddsToAudits()
    {
        var granted = await ApplicationRolePrivileges.ReadAsync<DevelopmentContext>("development");
        foreach (var table in (string[])["events", "event_positions", "skipped_events", "rebuilds", "record_reads"])
            Assert.Equal("INSERT, SELECT", granted[table]);
        Assert.Equal("DELETE, INSERT, SELECT, UPDATE", granted["checkpoints"]);
    }
}
