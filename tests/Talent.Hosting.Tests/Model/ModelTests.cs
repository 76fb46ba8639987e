using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Tests;

public sealed class ModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DistributedApplicationBuilder _builder;

    public ModelTests() => _builder = TestBuilder.Create(_folder.Path, ("Parameters:set", "from settings"), ("Parameters:with_hyphen", "found"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WaitFor_Itself_IsRefused()
    {
        var program = _builder.AddExecutable("program", "true", ".");
        Assert.Throws<DistributedApplicationException>(() => program.WaitFor(program));
    }

    [Fact]
    public void RequireNoCircle_ResourcesWaitForEachOther_NamesTheCircle()
    {
        var first = _builder.AddExecutable("first", "true", ".");
        var second = _builder.AddExecutable("second", "true", ".").WaitFor(first);
        first.WaitForCompletion(second);
        var refusal = Assert.Throws<DistributedApplicationException>(() => WaitOrder.RequireNoCircle(_builder.Resources));
        Assert.Contains("first, second, first", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithReplicas_LessThanOne_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _builder.AddProject("web", _folder.Write("Web/Web.csproj", "<Project />")).WithReplicas(0));

    [Fact]
    public void AddProject_NoSuchFile_IsRefusedWithItsPath()
    {
        var refusal = Assert.Throws<DistributedApplicationException>(() => _builder.AddProject("web", "Absent/Absent.csproj"));
        Assert.Contains("Absent/Absent.csproj", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithEndpoint_NameTaken_IsRefused()
    {
        var program = _builder.AddExecutable("program", "true", ".").WithHttpEndpoint();
        Assert.Throws<DistributedApplicationException>(() => program.WithHttpEndpoint());
    }

    [Fact]
    public void Assign_TwoResourcesWithOnePort_NamesBoth()
    {
        _builder.AddRedis("one", port: 7001);
        _builder.AddRedis("two", port: 7001);
        var refusal = Assert.Throws<DistributedApplicationException>(() => Ports.Assign(_builder.Resources));
        Assert.Equal("one and two cannot both have port 7001.", refusal.Message);
    }

    [Theory]
    [InlineData("set", "from settings")]
    [InlineData("with-hyphen", "found")]
    [InlineData("unset", "default")]
    public async Task AddParameter_WithDefault_TakesSettingsFirst(string name, string expected) =>
        Assert.Equal(expected, await ValueOf(_builder.AddParameter(name, "default")));

    [Fact]
    public async Task AddParameter_NobodySetsIt_SaysWhereToSetIt()
    {
        var parameter = _builder.AddParameter("api-key", secret: true);
        var missing = await Assert.ThrowsAsync<DistributedApplicationException>(() => ValueOf(parameter));
        Assert.Contains("Parameters__api_key", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddParameter_GeneratedAndPersisted_IsTheSameInTheNextRun()
    {
        var first = await ValueOf(_builder.AddParameter("key", Generated(), secret: true, persist: true));
        var next = TestBuilder.Create(_folder.Path);
        Assert.Equal(first, await ValueOf(next.AddParameter("key", Generated(), secret: true, persist: true)));
        Assert.Equal(40, first!.Length);
    }

    [Fact]
    public async Task AddParameter_WritingWasCutShort_IsGeneratedWhole()
    {
        await ValueOf(_builder.AddParameter("key", Generated(), secret: true, persist: true));
        var kept = Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder.Path, "volumes")));
        File.Move(kept, kept + ".new");
        await File.WriteAllTextAsync(kept + ".new", "ha", TestContext.Current.CancellationToken);
        var value = await ValueOf(TestBuilder.Create(_folder.Path).AddParameter("key", Generated(), secret: true, persist: true));
        Assert.Equal(40, value!.Length);
        Assert.Equal([kept], Directory.EnumerateFiles(Path.Combine(_folder.Path, "volumes")));
    }

    [Fact]
    public async Task AddParameter_GeneratedAndNotPersisted_IsAnotherInTheNextRun()
    {
        var first = await ValueOf(_builder.AddParameter("key", Generated()));
        Assert.NotEqual(first, await ValueOf(TestBuilder.Create(_folder.Path).AddParameter("key", Generated())));
    }

    [Fact]
    public async Task AddConnectionString_Missing_SaysWhereToSetIt()
    {
        var missing = await Assert.ThrowsAsync<DistributedApplicationException>(
            async () => await _builder.AddConnectionString("warehouse").Resource.GetConnectionStringAsync());
        Assert.Contains("ConnectionStrings__warehouse", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddConnectionString_Expression_IsPutTogetherFromItsParts()
    {
        var postgres = _builder.AddPostgres("postgres", port: 7002);
        var password = _builder.AddParameter("password", "p;1", secret: true);
        var application = _builder.AddConnectionString(
            "application",
            ReferenceExpression.Create($"Host={postgres.Resource.PrimaryEndpoint.Property(EndpointProperty.Host)};Password={password}"));
        Assert.Equal(
            "Host=localhost;Password=p;1",
            await application.Resource.ConnectionStringExpression.GetValueAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Host={postgres.bindings.tcp.host};Password={password.value}", application.Resource.ConnectionStringExpression.ValueExpression);
    }

    [Fact]
    public async Task AddRabbitMQ_PasswordWithSpecials_IsEscapedInTheAddress()
    {
        var broker = _builder.AddRabbitMQ("broker", password: _builder.AddParameter("password", "p@ss/1"), port: 7003);
        Assert.Equal(
            "amqp://guest:p%40ss%2F1@localhost:7003",
            await broker.Resource.ConnectionStringExpression.GetValueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WithReference_Optional_LeavesAMissingConnectionStringOut()
    {
        var program = _builder.AddExecutable("program", "true", ".").WithReference(_builder.AddConnectionString("warehouse"), optional: true);
        Assert.Empty(await VariablesOf(program));
    }

    [Fact]
    public async Task WithReference_ConnectionName_IsUsedInEveryVariable()
    {
        var cache = _builder.AddRedis("cache", port: 7004);
        var variables = await VariablesOf(_builder.AddExecutable("program", "true", ".").WithReference(cache, "boards"));
        Assert.Equal(
            ["BOARDS_HOST", "BOARDS_PASSWORD", "BOARDS_PORT", "BOARDS_URI", "ConnectionStrings__boards"],
            variables.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WithEnvironment_EveryKindOfValue_IsEvaluatedWhenAskedFor()
    {
        var cache = _builder.AddRedis("cache", port: 7005, password: _builder.AddParameter("password", "secret"));
        var program = _builder.AddExecutable("program", "true", ".").WithHttpEndpoint(port: 7006);
        var later = "too early";
        program
            .WithEnvironment("text", "plain")
            .WithEnvironment("nothing", (string?)null)
            .WithEnvironment("callback", () => later)
            .WithEnvironment("endpoint", program.GetEndpoint("http"))
            .WithEnvironment("part", program.GetEndpoint("http").Property(EndpointProperty.HostAndPort))
            .WithEnvironment("connection", cache)
            .WithEnvironment("interpolated", $"<{program.GetEndpoint("http")}>");
        later = "in time";
        var variables = await VariablesOf(program);
        Assert.Equal(
            [
                "callback=in time", "connection=localhost:7005,password=secret", "endpoint=http://localhost:7006",
                "interpolated=<http://localhost:7006>", "nothing=", "part=localhost:7006", "text=plain",
            ],
            variables.Select(each => $"{each.Key}={each.Value}").Order(StringComparer.Ordinal));
    }

    private static GenerateParameterDefault Generated() => new() { MinLength = 40, Special = false };

    private static async Task<string?> ValueOf(IResourceBuilder<ParameterResource> parameter) =>
        await parameter.Resource.GetValueAsync(TestContext.Current.CancellationToken);

    private static Task<IReadOnlyDictionary<string, string>> VariablesOf<T>(IResourceBuilder<T> builder) where T : Resource =>
        ProcessEnvironment.VariablesAsync(
            builder.Resource,
            builder.Resource.Endpoints.ToDictionary(each => each.Name, each => each.Port ?? 0, StringComparer.Ordinal),
            new DistributedApplicationExecutionContext(false),
            TestContext.Current.CancellationToken);
}
