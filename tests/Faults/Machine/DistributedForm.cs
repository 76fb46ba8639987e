using System.Data.Common;
using Npgsql;
using Talent.Testing;

namespace Talent.Faults.Tests.Machine;

/// <summary>The distributed form on ports that survive restarts: PostgreSQL, RabbitMQ, Redis and the four services, each killable.</summary>
internal sealed class DistributedForm : Form
{
    private static readonly string[] Services = ["roles", "development", "succession", "portal"];
    private readonly string _folder = Directory.CreateTempSubdirectory("talent-faults-").FullName;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Dictionary<string, int> _ports = [];
    private readonly PortMapper _portMapper;
    private readonly RabbitMqServer _rabbitMq;
    private readonly PostgresServer _postgres;
    private readonly RedisServer _redis;
    private readonly Uri _keys;
    private readonly KeyDirectory _keyDirectory;

    /// <param name="harness">Where the keys of the harness are, whose tokens count like the portal's.</param>
    /// <param name="random">Chooses the ports.</param>
    public DistributedForm(Uri harness, Random random)
    {
        _keys = new Uri($"http://localhost:{FreePort.Next(random)}");
        if (Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var mapper = FreePort.Next(random);
        _portMapper = new PortMapper(mapper);
        _rabbitMq = new RabbitMqServer(_folder, FreePort.Next(random), FreePort.Next(random), mapper);
        _postgres = new PostgresServer(_folder, FreePort.Next(random));
        _redis = new RedisServer(FreePort.Next(random));
        foreach (var service in Services)
        {
            _ports[service + "-grpc"] = FreePort.Next(random);
            _ports[service + "-health"] = FreePort.Next(random);
        }

        _keyDirectory = new KeyDirectory(_keys, [harness, Address("portal", "health")], _http);
        Processes = Services.Select(Service).Cast<KillableProcess>().Concat([_rabbitMq, _postgres, _redis])
            .ToDictionary(process => process.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, KillableProcess> Processes { get; }

    /// <inheritdoc />
    public override KillableProcess Projecting => Processes["succession"];

    /// <inheritdoc />
    public override Uri Grpc(string service) => Address(service, "grpc");

    /// <inheritdoc />
    public override Uri? Pages => Address("portal", "health");

    /// <inheritdoc />
    public override async Task<DbConnection> OpenAsync(string service, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(Database(service) + ";Pooling=false");
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <summary>Makes the databases, migrates them and starts everything.</summary>
    public override async Task StartAsync(CancellationToken cancel)
    {
        _rabbitMq.Create();
        await _keyDirectory.StartAsync();
        await _portMapper.StartAsync(cancel);
        await Task.WhenAll(_postgres.CreateAsync(Services, cancel), _rabbitMq.StartAsync(cancel), _redis.StartAsync(cancel));
        foreach (var service in Services)
        {
            await ((ServiceProcess)Processes[service]).RunAsync(
                new Dictionary<string, string>
                {
                    [$"ConnectionStrings__{service}-db"] = Database(service),
                    ["Talent__ApplicationRole__Name"] = Role(service),
                    ["Talent__ApplicationRole__Password"] = Role(service),
                },
                "migrate");
        }

        await Task.WhenAll(Services.Select(service => Processes[service].StartAsync(cancel)));
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Services.Select(service => Processes[service].DisposeAsync().AsTask()));
        await Task.WhenAll(_rabbitMq.DisposeAsync().AsTask(), _postgres.DisposeAsync().AsTask(), _redis.DisposeAsync().AsTask());
        await _portMapper.DisposeAsync();
        await _keyDirectory.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Database(string service) => $"{_postgres.Superuser};Database={service}";

    private static string Role(string service) => service + "_application";

    private Uri Address(string service, string endpoint) => new($"http://localhost:{_ports[$"{service}-{endpoint}"]}");

    private ServiceProcess Service(string service)
    {
        var health = Address(service, "health");
        var environment = new Dictionary<string, string>
        {
            [$"ConnectionStrings__{service}-db"] = _postgres.As(Role(service), Role(service)) + $";Database={service}",
            ["ConnectionStrings__broker"] = _rabbitMq.ConnectionString,
            ["ConnectionStrings__cache"] = _redis.ConnectionString,
            ["services__portal__http__0"] = _keys.AbsoluteUri.TrimEnd('/'),
        };
        if (service == "portal")
        {
            environment["Kestrel__Endpoints__http__Url"] = health.AbsoluteUri;
            environment["Talent__Demonstration"] = "true";
        }
        else
        {
            environment["Kestrel__Endpoints__health__Url"] = health.AbsoluteUri;
        }

        environment["Kestrel__Endpoints__grpc__Url"] = Address(service, "grpc").AbsoluteUri;
        foreach (var other in Services)
        {
            environment[$"services__{other}__grpc__0"] = Address(other, "grpc").AbsoluteUri.TrimEnd('/');
            environment[$"services__{other}__health__0"] = Address(other, "health").AbsoluteUri.TrimEnd('/');
        }

        var project = "Talent." + char.ToUpperInvariant(service[0]) + service[1..];
        return new ServiceProcess(service, project, new Uri(health, "health"), environment, _http);
    }
}
