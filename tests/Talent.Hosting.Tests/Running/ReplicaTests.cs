using System.Globalization;
using System.Net.Http.Json;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Tests;

public sealed class ReplicaTests : IDisposable
{
    private const int Kill = 9;
    private readonly TemporaryFolder _folder = new();
    private readonly DistributedApplicationBuilder _builder;

    public ReplicaTests() => _builder = TestBuilder.Create(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WithReplicas_NewConnections_TakeTurnsAmongTheProcesses()
    {
        _builder.AddSample("web").WithReplicas(3);
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Null(await application.ReadyAsync("web"));
        var answers = await AskAsync(application, 6);
        Assert.Equal(application.ProcessesOf("web").Order(), answers.Distinct().Order());
        Assert.All(answers.CountBy(each => each), each => Assert.Equal(2, each.Value));
    }

    [Fact]
    public async Task WithReplicas_OneProcessEnds_TheOthersAnswer()
    {
        _builder.AddSample("web").WithReplicas(2);
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Null(await application.ReadyAsync("web"));
        ProcessTable.Signal(application.ProcessesOf("web")[0], Kill);
        Assert.Contains("ended with exit code 137; it is not restarted", await application.LineAsync("web | replica"), StringComparison.Ordinal);
        Assert.Equal([Assert.Single(application.ProcessesOf("web"))], (await AskAsync(application, 4)).Distinct());
    }

    [Fact]
    public async Task WithReplicas_EveryProcess_HasPortsAndAnInstanceOfItsOwn()
    {
        _builder.AddSample("web").WithReplicas(2);
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Null(await application.ReadyAsync("web"));
        var first = await EnvironmentAsync(application);
        var second = await EnvironmentAsync(application);
        Assert.NotEqual(first["Kestrel__Endpoints__grpc__Url"], second["Kestrel__Endpoints__grpc__Url"]);
        Assert.NotEqual(first["Kestrel__Endpoints__health__Url"], second["Kestrel__Endpoints__health__Url"]);
        Assert.NotEqual(first["OTEL_RESOURCE_ATTRIBUTES"], second["OTEL_RESOURCE_ATTRIBUTES"]);
        Assert.Equal("web", first["OTEL_SERVICE_NAME"]);
    }

    [Fact]
    public async Task Run_NoCollectorConfigured_GivesNoTelemetryAddress()
    {
        _builder.AddSample("web");
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Null(await application.ReadyAsync("web"));
        Assert.DoesNotContain("OTEL_EXPORTER_OTLP_ENDPOINT", (await EnvironmentAsync(application)).Keys);
    }

    [Fact]
    public async Task Run_GrpcEndpoint_SpeaksHttp2ThroughTheListener()
    {
        _builder.AddSample("web").WithReplicas(2);
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Null(await application.ReadyAsync("web"));
        using var client = new HttpClient { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var answer = await client.GetAsync(application.Address("web", "grpc"));
        Assert.Equal(new Version(2, 0), answer.Version);
    }

    [Fact]
    public async Task Run_ProjectNotBuilt_SaysHowToBuildIt()
    {
        _builder.AddProject("web", _folder.Write("Web/Web.csproj", "<Project />"));
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.StartsWith("failed: it has not been built: dotnet build", await application.ReadyAsync("web"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithEndpoint_PublicAndTargetPortDiffer_TheListenerJoinsThem()
    {
        _builder.AddProject("web", SampleProject.Path, options => options.ExcludeKestrelEndpoints = options.ExcludeLaunchProfile = true)
            .WithHttpEndpoint(port: Ports.Free(), targetPort: Ports.Free())
            .WithEnvironment("Kestrel__Endpoints__grpc__Url", "http://127.0.0.1:0")
            .WithEnvironment(context => context.EnvironmentVariables["Kestrel__Endpoints__health__Url"] = context.EnvironmentVariables["ASPNETCORE_URLS"])
            .WithHttpHealthCheck("/health");
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Null(await application.ReadyAsync("web"));
        using var client = new HttpClient();
        Assert.Equal("", await client.GetStringAsync(new Uri(application.Address("web", "http"), "/health")));
    }

    // Each question over a connection of its own, because the listener takes turns by connection.
    private static async Task<IReadOnlyList<int>> AskAsync(RunningApplication application, int times)
    {
        var answers = new List<int>();
        for (var each = 0; each < times; each++)
        {
            using var client = new HttpClient();
            answers.Add(int.Parse(await client.GetStringAsync(application.Address("web", "health")), CultureInfo.InvariantCulture));
        }
        return answers;
    }

    private static async Task<Dictionary<string, string>> EnvironmentAsync(RunningApplication application)
    {
        using var client = new HttpClient();
        return (await client.GetFromJsonAsync<Dictionary<string, string>>(new Uri(application.Address("web", "health"), "/environment")))!;
    }
}
