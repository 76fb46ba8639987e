using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.Messaging.Tests.Sample;
using Talent.Testing;

namespace Talent.Messaging.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talent-migration-").FullName;
    private readonly SqliteConnection _connection;

    public MigrationTests()
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "test.db")};Pooling=false");
        _connection.Open();
    }

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task MigrateAsync_NewScripts_AreAppliedOnceInOrder()
    {
        var first = new SchemaScript("sample", 1, "one", "CREATE TABLE one (id INTEGER)");
        var second = new SchemaScript("sample", 2, "two", "INSERT INTO one VALUES (1)");
        Assert.Equal(1, await MigrateAsync(first));
        Assert.Equal(1, await MigrateAsync(first, second));
        Assert.Equal(0, await MigrateAsync(first, second));
    }

    [Fact]
    public async Task MigrateAsync_FailingScript_LeavesNothingOfItBehind()
    {
        var broken = new SchemaScript("sample", 1, "broken", "CREATE TABLE one (id INTEGER); INSERT INTO nowhere VALUES (1)");
        await Assert.ThrowsAsync<SqliteException>(() => MigrateAsync(broken));
        Assert.Equal(1, await MigrateAsync(new SchemaScript("sample", 1, "mended", "CREATE TABLE one (id INTEGER)")));
    }

    [Fact]
    public async Task MigrateAsync_AppliedScriptWasChanged_NamesIt()
    {
        await MigrateAsync(new SchemaScript("sample", 1, "one", "CREATE TABLE one (id INTEGER)"));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => MigrateAsync(new SchemaScript("sample", 1, "one", "CREATE TABLE one (id TEXT)")));
        Assert.Contains("sample 0001-one was changed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateAsync_LineEndsDiffer_IsTheSameScript()
    {
        await MigrateAsync(new SchemaScript("sample", 1, "one", "CREATE TABLE one\n(id INTEGER)"));
        Assert.Equal(0, await MigrateAsync(new SchemaScript("sample", 1, "one", "CREATE TABLE one\r\n(id INTEGER)")));
    }

    [Fact]
    public async Task MigrateAsync_DatabaseOfANewerVersion_IsRefused()
    {
        var first = new SchemaScript("sample", 1, "one", "CREATE TABLE one (id INTEGER)");
        await MigrateAsync(first, new SchemaScript("sample", 2, "two", "CREATE TABLE two (id INTEGER)"));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => MigrateAsync(first));
        Assert.Contains("start a newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateAsync_ManyAtOnceOnPostgres_ApplyEachScriptOnce()
    {
        await using var database = await TestServers.PostgresAsync();
        var script = new SchemaScript("sample", 1, "one", "CREATE TABLE one (id integer)");
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var connection = new Npgsql.NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync();
            return await new SchemaMigrator(connection, new PostgresDialect(), TimeProvider.System).MigrateAsync([script], CancellationToken.None);
        }));
        Assert.Equal(1, applied.Sum());
    }

    [Fact]
    public async Task MigrateAsync_ManyReplicasAtOnceOnPostgres_AllSucceed()
    {
        await using var database = await TestServers.PostgresAsync();
        var role = $"{database.Name}_application";
        var setting = new SampleSetting("sample", new Dictionary<string, string?>
        {
            ["ConnectionStrings:sample-db"] = database.ConnectionString,
            ["Talent:ApplicationRole:Name"] = role,
            ["Talent:ApplicationRole:Password"] = "password",
        })
        { Idle = true };
        var replicas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SampleService.StartAsync(setting))));
        await using (var context = replicas[0].Storage.CreateContext())
            Assert.Single(await context.LogIdentity.ToListAsync());
        foreach (var replica in replicas)
            await replica.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        await using var owner = new Npgsql.NpgsqlConnection(database.ConnectionString);
        await owner.OpenAsync();
        await using var drop = new Npgsql.NpgsqlCommand($"DROP OWNED BY {role}; DROP ROLE {role}", owner);
        await drop.ExecuteNonQueryAsync();
    }

    private Task<int> MigrateAsync(params SchemaScript[] scripts) =>
        new SchemaMigrator(_connection, new SqliteDialect(), TimeProvider.System).MigrateAsync(scripts, CancellationToken.None);
}
