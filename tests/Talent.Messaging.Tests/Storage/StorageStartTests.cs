using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Tests.Sample;
using Talent.Testing;

namespace Talent.Messaging.Tests.Storage;

public sealed class StorageStartTests : IAsyncLifetime
{
    private readonly SqliteTestStorage _storage = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Start_FolderHeldByAnotherProcess_IsRefusedWithItsName()
    {
        var settings = await _storage.SettingsForAsync("sample");
        var folder = settings["Talent:DataFolder"]!;
        await File.WriteAllTextAsync(Path.Combine(folder, "talent.process"), "4711 (Talent.Standalone)");
        using var other = await HoldAsync(Path.Combine(folder, "talent.lock"));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SampleService.StartAsync(new SampleSetting("sample", settings)));
        other.Kill();
        await other.WaitForExitAsync();
        Assert.Equal(
            $"The data folder {folder} is in use by process 4711 (Talent.Standalone): stop that process, or set Talent:DataFolder to another folder.",
            refused.Message);
    }

    [Fact]
    public async Task Start_TwoServicesOfOneProcess_ShareTheFolder()
    {
        await using var one = await SampleService.StartAsync(new SampleSetting("roles", await _storage.SettingsForAsync("roles")));
        await using var two = await SampleService.StartAsync(new SampleSetting("succession", await _storage.SettingsForAsync("succession")));
        Assert.Equal(1, await one.Commands.AddAsync("a", 1, "1"));
        Assert.Equal(2, await two.Commands.AddAsync("a", 2, "1"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Start_NoFolderYet_MakesOneForItsOwnerAlone()
    {
        var folder = Path.Combine((await _storage.SettingsForAsync("sample"))["Talent:DataFolder"]!, "new");

        await using var service = await SampleService.StartAsync(
            new SampleSetting("sample", new Dictionary<string, string?> { ["Talent:DataFolder"] = folder }));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Start_Sqlite_WritesAheadAndWaitsForTheDisk()
    {
        await using var service = await SampleService.StartAsync(new SampleSetting("sample", await _storage.SettingsForAsync("sample")));
        await using var context = service.Storage.CreateContext();
        await context.Database.OpenConnectionAsync();
        Assert.Equal("wal", await ScalarAsync(context, "PRAGMA journal_mode"));
        Assert.Equal(2L, await ScalarAsync(context, "PRAGMA synchronous"));
    }

    [Fact]
    public async Task Events_Sqlite_RefuseUpdateAndDelete()
    {
        await using var service = await SampleService.StartAsync(new SampleSetting("sample", await _storage.SettingsForAsync("sample")));
        await service.Commands.AddAsync("a", 1, "1");
        await using var context = service.Storage.CreateContext();
        var refused = await Assert.ThrowsAsync<SqliteException>(() => context.Events.ExecuteDeleteAsync());
        Assert.Contains("events is append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PostgresNotMigrated_SaysWhatToDo()
    {
        await using var database = await TestServers.PostgresAsync();
        var setting = new SampleSetting("sample", new Dictionary<string, string?> { ["ConnectionStrings:sample-db"] = database.ConnectionString })
        {
            Migrate = false,
        };
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SampleService.StartAsync(setting));
        Assert.Contains("run this program once with the argument \"migrate\"", refused.Message, StringComparison.Ordinal);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task Migrate_Restored_GivesTheLogAnotherIdentity()
    {
        await using var service = await SampleService.StartAsync(
            new SampleSetting("sample", await _storage.SettingsForAsync("sample")) { Idle = true });
        var before = await LogIdAsync(service);
        await service.MigrateAsync("migrate");
        Assert.Equal(before, await LogIdAsync(service));
        await service.MigrateAsync("migrate", "--restored");
        Assert.NotEqual(before, await LogIdAsync(service));
    }

    private static async Task<string> LogIdAsync(SampleService service)
    {
        await using var context = service.Storage.CreateContext();
        return (await context.LogIdentity.SingleAsync()).LogId;
    }

    private static async Task<Process> HoldAsync(string file)
    {
        var start = new ProcessStartInfo("flock", ["--no-fork", file, "sh", "-c", "echo held; exec sleep 60"]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        Assert.Equal("held", await process.StandardOutput.ReadLineAsync());
        return process;
    }

    private static async Task<object?> ScalarAsync(DbContext context, string query)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = query;
        return await command.ExecuteScalarAsync();
    }
}
