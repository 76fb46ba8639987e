using System.Data.Common;
using Microsoft.Data.Sqlite;
using Talent.Testing;

namespace Talent.Faults.Tests.Machine;

/// <summary>Standalone on a data folder of its own.</summary>
internal sealed class StandaloneForm : Form
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talent-faults-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Uri _grpc;

    /// <param name="keys">Where it finds the keys of those who issue tokens for people.</param>
    /// <param name="random">Chooses the ports.</param>
    public StandaloneForm(Uri keys, Random random)
    {
        var pages = new Uri($"http://localhost:{FreePort.Next(random)}");
        _grpc = new Uri($"http://127.0.0.1:{FreePort.Next(random)}");
        var environment = new Dictionary<string, string>
        {
            ["Kestrel__Endpoints__http__Url"] = Text(pages),
            ["Kestrel__Endpoints__grpc__Url"] = Text(_grpc),
            ["services__portal__http__0"] = Text(keys),
            ["Talent__DataFolder"] = _folder,
        };
        foreach (var service in new[] { "roles", "development", "succession", "portal" })
        {
            environment[$"services__{service}__grpc__0"] = Text(_grpc);
            environment[$"services__{service}__health__0"] = Text(pages);
        }

        Projecting = new ServiceProcess("standalone", "Talent.Standalone", new Uri(pages, "health"), environment, _http);
        Processes = new Dictionary<string, KillableProcess> { [Projecting.Name] = Projecting };
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, KillableProcess> Processes { get; }

    /// <inheritdoc />
    public override KillableProcess Projecting { get; }

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancel) => Projecting.StartAsync(cancel);

    /// <inheritdoc />
    public override Uri Grpc(string service) => _grpc;

    /// <inheritdoc />
    public override Uri? Pages => null;

    /// <inheritdoc />
    public override async Task<DbConnection> OpenAsync(string service, CancellationToken cancel)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, service + ".db")};Pooling=false;Default Timeout=30");
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await Projecting.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Text(Uri address) => address.AbsoluteUri.TrimEnd('/');
}
