using Microsoft.Extensions.Configuration;

namespace Talent.ServiceDefaults.Tests;

public sealed class ServiceEndpointsTests
{
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["services:roles:grpc:0"] = "http://localhost:5601",
            ["services:roles:grpc:1"] = "http://localhost:5603",
            ["services:roles:health:0"] = "http://localhost:5602",
            ["services:portal:http:0"] = "http://localhost:5080",
            ["services:broken:grpc:0"] = "localhost 5601",
        })
        .Build();

    private ServiceEndpoints Endpoints => field ??= new ServiceEndpoints(_configuration);

    [Fact]
    public void Next_OneAddress_GivesIt() => Assert.Equal(new Uri("http://localhost:5602"), Endpoints.Next("roles", "health"));

    [Fact]
    public void Next_SeveralAddresses_GivesThemInTurn() =>
        Assert.Equal(
            [5601, 5603, 5601, 5603],
            Enumerable.Range(0, 4).Select(_ => Endpoints.Next("roles", "grpc")!.Port));

    [Fact]
    public void Next_NothingConfigured_GivesNone() => Assert.Null(Endpoints.Next("development", "grpc"));

    [Fact]
    public void Next_AddressChangedSince_GivesTheNewOne()
    {
        Endpoints.Next("roles", "health");
        _configuration["services:roles:health:0"] = "http://localhost:7000";

        Assert.Equal(7000, Endpoints.Next("roles", "health")!.Port);
    }

    [Fact]
    public void Next_NotAnAddress_NamesTheSetting()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Endpoints.Next("broken", "grpc"));

        Assert.Contains("services:broken:grpc:0", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://_health.roles/health?full=1", "http://localhost:5602/health?full=1")]
    [InlineData("http://portal/.well-known/jwks.json", "http://localhost:5080/.well-known/jwks.json")]
    [InlineData("https+http://portal/", "http://localhost:5080/")]
    [InlineData("http://example.org/a/b", "http://example.org/a/b")]
    [InlineData("http://127.0.0.1:9/x", "http://127.0.0.1:9/x")]
    public void Resolve_AnyAddress_LeadsWhereTheServiceIs(string wanted, string found)
    {
        using var handler = new ServiceDiscoveryHandler(Endpoints);

        Assert.Equal(new Uri(found), handler.Resolve(new Uri(wanted)));
    }

    [Theory]
    [InlineData("http://_grpc.development/")]
    [InlineData("http://roles/")]
    public void Resolve_EndpointNotConfigured_SaysWhatToSet(string wanted)
    {
        using var handler = new ServiceDiscoveryHandler(Endpoints);

        var exception = Assert.Throws<HttpRequestException>(() => handler.Resolve(new Uri(wanted)));

        Assert.Contains("set services:", exception.Message, StringComparison.Ordinal);
    }
}
