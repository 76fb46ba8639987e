using Talent.Succession.Storage;
using Talent.Testing;

namespace Talent.Succession.Tests.Storage;

/// <summary>The scripts make what the model describes.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Scripts_OnSqlite_MakeTheTablesOfTheModel()
    {
        var (migrated, model) = await SchemaComparison.OnSqliteAsync<SuccessionContext>(SuccessionService.Name);
        Assert.Contains("nominations", migrated, StringComparison.Ordinal);
        Assert.Equal(model, migrated);
    }

    [Fact]
    public async Task Scripts_OnPostgres_MakeTheTablesOfTheModel()
    {
        var (migrated, model) = await SchemaComparison.OnPostgresAsync<SuccessionContext>(SuccessionService.Name);
        Assert.Contains("nominations", migrated, StringComparison.Ordinal);
        Assert.Equal(model, migrated);
    }

    [Fact]
    public async Task Migrate_ApplicationRole_OnlyAddsToAudits()
    {
        var granted = await ApplicationRolePrivileges.ReadAsync<SuccessionContext>(SuccessionService.Name);
        foreach (var table in (string[])["events", "event_positions", "skipped_events", "rebuilds", "slate_reads"])
            Assert.Equal("INSERT, SELECT", granted[table]);
        Assert.Equal("DELETE, INSERT, SELECT, UPDATE", granted["checkpoints"]);
    }
}
