using System.Globalization;
using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Tests;

/// <summary>A sample model gives its projects the variables and arguments that Aspire 13.5.2 was recorded to give them.</summary>
public sealed class RecordedEnvironmentTests : IDisposable
{
    private static readonly Dictionary<string, List<string>> Recorded = Read("Data/aspire-run-environment.txt");
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Resources => ["roles", "people", "matching", "portal", "importer", "embedder"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Variables_SampleModel_AreTheRecordedOnes(string name)
    {
        var resource = Model().Resources.Single(each => each.Name == name);
        var ports = resource.Endpoints.ToDictionary(each => each.Name, each => each.Port!.Value, StringComparer.Ordinal);
        var variables = await ProcessEnvironment.VariablesAsync(
            resource, ports, new DistributedApplicationExecutionContext(false), TestContext.Current.CancellationToken);
        var arguments = await ProcessEnvironment.ArgumentsAsync(resource, TestContext.Current.CancellationToken);
        var ours = variables.Select(each => Normalised(name, ports, each.Key, each.Value))
            .Append("ARGS: " + string.Join(' ', arguments));
        Assert.Equal(Recorded[name].Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("broker", "amqp://talent:<escaped>@localhost:40001")]
    [InlineData("cache", "localhost:40003,password=<generated>")]
    [InlineData("postgres", "Host=localhost;Port=40004;Username=postgres;Password=<generated>")]
    [InlineData("roles-db", "Host=localhost;Port=40004;Username=postgres;Password=<generated>;Database=roles")]
    [InlineData("warehouse", "Host=w")]
    public async Task ConnectionString_SampleModel_IsTheRecordedOne(string name, string expected)
    {
        var resource = (IResourceWithConnectionString)Model().Resources.Single(each => each.Name == name);
        var value = await resource.GetConnectionStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, Masked(value!));
    }

    // The model the listing was recorded from.
    private DistributedApplicationBuilder Model()
    {
        var builder = TestBuilder.Create(
            _folder.Path,
            ("ConnectionStrings:warehouse", "Host=w"),
            ("DOTNET_ENVIRONMENT", "Development"),
            ("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:18889"),
            ("AppHost:OtlpApiKey", "0123456789abcdef"));
        var user = builder.AddParameter("broker-user", "talent");
        var broker = builder.AddRabbitMQ("broker", user, port: 40001).WithDataVolume();
        var cache = builder.AddRedis("cache", port: 40003).WithPersistence(TimeSpan.FromSeconds(60), 100);
        var postgres = builder.AddPostgres("postgres", port: 40004);
        var rolesDatabase = postgres.AddDatabase("roles-db", "roles");
        var peopleDatabase = postgres.AddDatabase("people-db", "people");
        var warehouse = builder.AddConnectionString("warehouse");
        var roles = builder.AddProject("roles", Kestrel()).WithReference(rolesDatabase).WithReference(broker);
        var people = builder.AddProject("people", Http(5180))
            .WithReference(peopleDatabase)
            .WithReference(broker)
            .WithReference(cache)
            .WithEnvironment("Talent__SigningKey", builder.AddParameter("signing-key", "k", secret: true));
        var embedder = builder.AddExecutable("embedder", "embed", ".")
            .WithHttpEndpoint(port: 8088, targetPort: 8088, env: "EMBEDDER_PORT", isProxied: false);
        embedder.WithArgs("--port", embedder.GetEndpoint("http").Property(EndpointProperty.TargetPort));
        var matching = builder.AddProject("matching", Http(5177))
            .WithArgs("--workers", "4")
            .WithReference(roles)
            .WithReference(people)
            .WithReference(broker)
            .WithReference(warehouse)
            .WithReference(embedder.GetEndpoint("http"));
        builder.AddProject("portal", Http(5080))
            .WithReference(roles)
            .WithReference(people)
            .WithReference(matching)
            .WithEnvironment("Talent__Matching", matching.GetEndpoint("http"))
            .WithEnvironment("Talent__Banner", $"served by {roles.GetEndpoint("grpc")}")
            .WithEnvironment(context => context.EnvironmentVariables["Talent__Mode"] = context.ExecutionContext.IsRunMode ? "run" : "publish")
            .WithEnvironment("Talent__SelfUrl", people.GetEndpoint("http"));
        builder.AddProject("importer", Http(5090)).WithReference(peopleDatabase);
        Ports.Assign(builder.Resources);
        return builder;
    }

    private string Kestrel()
    {
        _folder.Write("Roles/appsettings.json", """
            { "Kestrel": { "Endpoints": {
                "grpc": { "Url": "http://localhost:5601", "Protocols": "Http2" },
                "health": { "Url": "http://localhost:5602", "Protocols": "Http1" } } } }
            """);
        _folder.Write("Roles/Properties/launchSettings.json", LaunchSettings(5601));
        return _folder.Write("Roles/Roles.csproj", "<Project />");
    }

    private string Http(int port)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Web{port}");
        _folder.Write($"{name}/Properties/launchSettings.json", LaunchSettings(port));
        return _folder.Write($"{name}/{name}.csproj", "<Project />");
    }

    private static string LaunchSettings(int port) => $$"""
        { "profiles": { "http": {
            "commandName": "Project",
            "applicationUrl": "http://localhost:{{port}}",
            "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development" } } } }
        """;

    // What differs from run to run is written as the listing writes it: ports a process listens on, generated values.
    private static string Normalised(string resource, Dictionary<string, int> ports, string variable, string value)
    {
        if (variable.StartsWith("Kestrel__", StringComparison.Ordinal) || variable is "ASPNETCORE_URLS")
        {
            var (name, port) = ports.Single(each => value.EndsWith($":{each.Value}", StringComparison.Ordinal));
            value = value.Replace($":{port}", $$$""":{{- portForServing "{{{resource}}}-{{{name}}}" -}}""", StringComparison.Ordinal);
        }
        value = variable switch
        {
            "OTEL_SERVICE_NAME" when value == resource => """{{- index .Annotations "otel-service-name" -}}""",
            "OTEL_RESOURCE_ATTRIBUTES" => Regex.Replace(
                value, "=[a-z]{8}$", """={{- index .Annotations "otel-service-instance-id" -}}""", RegexOptions.None, TimeSpan.FromSeconds(1)),
            "OTEL_EXPORTER_OTLP_HEADERS" => Regex.Replace(value, "=[0-9a-f]+$", "=<generated>", RegexOptions.None, TimeSpan.FromSeconds(1)),
            _ => Masked(value),
        };
        return $"{variable}={value}";
    }

    // A generated password has 22 letters and digits.
    private static string Masked(string value)
    {
        var escaped = value.StartsWith("amqp:", StringComparison.Ordinal) || value.StartsWith("postgresql:", StringComparison.Ordinal);
        return Regex.Replace(value, "[A-Za-z0-9]{22}", escaped ? "<escaped>" : "<generated>", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private static Dictionary<string, List<string>> Read(string file)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (var line in File.ReadLines(file).Where(each => each.Length > 0))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                sections[line.Split(' ')[1]] = current = [];
            else if (!line.StartsWith("CS ", StringComparison.Ordinal))
                current.Add(line);
        }
        return sections;
    }
}
