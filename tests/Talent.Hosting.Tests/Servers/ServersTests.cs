using Aspire.Hosting.ApplicationModel;
using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace Aspire.Hosting.Tests;

/// <summary>The three real servers, started through a model and reached by the connection strings it gives out.</summary>
public sealed class ServersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WithDataVolume_SecondRun_FindsDataAndPasswordOfTheFirst()
    {
        var first = await RunAsync(async connections =>
        {
            await ExecuteAsync(connections["roles-db"], "CREATE TABLE kept (value text); INSERT INTO kept VALUES ('relational')");
            using var redis = await ConnectionMultiplexer.ConnectAsync(connections["cache"]);
            Assert.True(await redis.GetDatabase().StringSetAsync("kept", "key"));
            await redis.GetDatabase().ExecuteAsync("SAVE");
            await using var broker = await BrokerAsync(connections["broker"]);
            await using var channel = await broker.CreateChannelAsync();
            await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false);
        });
        var second = await RunAsync(async connections =>
        {
            Assert.Equal("relational", await ScalarAsync(connections["roles-db"], "SELECT value FROM kept"));
            using var redis = await ConnectionMultiplexer.ConnectAsync(connections["cache"]);
            Assert.Equal("key", await redis.GetDatabase().StringGetAsync("kept"));
            await using var broker = await BrokerAsync(connections["broker"]);
            await using var channel = await broker.CreateChannelAsync();
            Assert.Equal("kept", (await channel.QueueDeclarePassiveAsync("kept")).QueueName);
        });
        Assert.Equal(PasswordOf(first["cache"]), PasswordOf(second["cache"]));
        Assert.NotEqual(first["cache"], second["cache"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "runs")));
    }

    [Fact]
    public async Task AddPostgres_ServersWithoutVolumes_StartEmptyAndLeaveNothing()
    {
        for (var run = 0; run < 2; run++)
        {
            var builder = TestBuilder.Create(_folder.Path);
            var database = builder.AddPostgres("postgres", builder.AddParameter("owner", "talent")).AddDatabase("roles-db", "roles");
            await using var application = await RunningApplication.StartAsync(builder);
            Assert.Null(await application.ReadyAsync("roles-db"));
            var connection = (await database.Resource.ConnectionStringExpression.GetValueAsync(TestContext.Current.CancellationToken))!;
            Assert.Contains("Username=talent", connection, StringComparison.Ordinal);
            Assert.Equal("roles", await ScalarAsync(connection, "SELECT current_database()"));
            await ExecuteAsync(connection, "CREATE TABLE mine (value text)");
        }
        Assert.Equal(["runs"], Directory.EnumerateDirectories(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task AddRedis_WrongPassword_IsRefused()
    {
        var builder = TestBuilder.Create(_folder.Path);
        var cache = builder.AddRedis("cache", password: builder.AddParameter("password", """quo"te\ and space"""));
        await using var application = await RunningApplication.StartAsync(builder);
        Assert.Null(await application.ReadyAsync("cache"));
        var endpoint = $"localhost:{cache.Resource.PrimaryEndpoint.Port},abortConnect=true";
        await Assert.ThrowsAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync($"{endpoint},password=wrong"));
        using var connection = await ConnectionMultiplexer.ConnectAsync(
            new ConfigurationOptions { EndPoints = { { "localhost", cache.Resource.PrimaryEndpoint.Port } }, Password = """quo"te\ and space""" });
        Assert.True(connection.IsConnected);
    }

    [Fact]
    public async Task Run_Servers_HaveTheUserOfTheirPackageOrTheHosts()
    {
        var builder = TestBuilder.Create(_folder.Path);
        builder.AddRedis("cache");
        builder.AddPostgres("postgres");
        await using var application = await RunningApplication.StartAsync(builder);
        Assert.Null(await application.ReadyAsync("cache"));
        Assert.Null(await application.ReadyAsync("postgres"));
        Assert.Equal(Environment.IsPrivilegedProcess ? "redis" : Environment.UserName, UserOf(Assert.Single(application.ProcessesOf("cache"))));
        Assert.Equal(Environment.IsPrivilegedProcess ? "postgres" : Environment.UserName, UserOf(Assert.Single(application.ProcessesOf("postgres"))));
    }

    [Fact]
    public async Task WithDataVolume_VolumeInUse_FailsTheSecondInOneSentence()
    {
        await using var first = await RunningApplication.StartAsync(OneCache());
        Assert.Null(await first.ReadyAsync("cache"));
        await using var second = await RunningApplication.StartAsync(OneCache());
        Assert.EndsWith("is in use by another run.", await second.ReadyAsync("cache"), StringComparison.Ordinal);

        DistributedApplicationBuilder OneCache()
        {
            var builder = TestBuilder.Create(_folder.Path);
            builder.AddRedis("cache").WithDataVolume("shared");
            return builder;
        }
    }

    [Fact]
    public async Task WithDataVolume_StoppedWhileTheClusterIsMade_NextRunMakesIt()
    {
        var folder = Path.Combine(_folder.Path, "volumes", "kept");
        await using (await RunningApplication.StartAsync(OneDatabase().Builder))
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
            while (!IsBegun())
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, limit.Token);
        }
        var (builder, database) = OneDatabase();
        await using var next = await RunningApplication.StartAsync(builder);
        Assert.Null(await next.ReadyAsync("roles-db"));
        var connection = (await database.Resource.ConnectionStringExpression.GetValueAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("roles", await ScalarAsync(connection, "SELECT current_database()"));
        Assert.Equal(["data"], Directory.EnumerateDirectories(folder).Select(Path.GetFileName));

        bool IsBegun() => Directory.Exists(folder)
            && Directory.EnumerateDirectories(folder).Any(each => File.Exists(Path.Combine(each, "PG_VERSION")));

        (DistributedApplicationBuilder Builder, IResourceBuilder<PostgresDatabaseResource> Database) OneDatabase()
        {
            var made = TestBuilder.Create(_folder.Path);
            return (made, made.AddPostgres("postgres").WithDataVolume("kept").AddDatabase("roles-db", "roles"));
        }
    }

    private async Task<Dictionary<string, string>> RunAsync(Func<Dictionary<string, string>, Task> use)
    {
        var builder = TestBuilder.Create(_folder.Path);
        builder.AddRabbitMQ("broker").WithDataVolume();
        builder.AddRedis("cache").WithDataVolume();
        var postgres = builder.AddPostgres("postgres").WithDataVolume();
        postgres.AddDatabase("roles-db", "roles");
        postgres.AddDatabase("odd-db", "odd \" 'name");
        await using var application = await RunningApplication.StartAsync(builder);
        var connections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in builder.Resources.OfType<IResourceWithConnectionString>())
        {
            Assert.Null(await application.ReadyAsync(resource.Name));
            connections[resource.Name] = (await resource.GetConnectionStringAsync())!;
        }
        await use(connections);
        return connections;
    }

    private static string PasswordOf(string connection) => connection[(connection.IndexOf("password=", StringComparison.Ordinal) + 9)..];

    private static Task<IConnection> BrokerAsync(string address) => new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();

    private static string UserOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(each => each.StartsWith("Uid:", StringComparison.Ordinal));
        var id = line.Split('\t')[1];
        return File.ReadLines("/etc/passwd").Select(each => each.Split(':')).Single(each => each[2] == id)[0];
    }

    private static async Task<object?> ScalarAsync(string connection, string query)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var command = source.CreateCommand(query);
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(string connection, string statement) => await ScalarAsync(connection, statement);
}
