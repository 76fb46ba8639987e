using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Tests;

/// <summary>What a model says through its public methods alone; it holds of the official packages as well.</summary>
public sealed class PublicModelTests
{
    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a--b")]
    [InlineData("a-")]
    [InlineData("a_b")]
    [InlineData("é")]
    public void AddResource_InvalidName_IsRefused(string name) => Assert.ThrowsAny<ArgumentException>(() => _builder.AddRedis(name));

    [Fact]
    public void AddResource_LongName_IsRefused() => Assert.Throws<ArgumentException>(() => _builder.AddRedis(new string('a', 65)));

    [Fact]
    public void AddResource_NameTaken_IsRefusedWithTheName()
    {
        _builder.AddRedis("cache");
        var refusal = Assert.Throws<DistributedApplicationException>(() => _builder.AddExecutable("Cache", "true", "."));
        Assert.Contains("'Cache'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddParameter_SetInTheConfiguration_HasThatValue()
    {
        _builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Parameters:set", "from settings")]);
        Assert.Equal("from settings", await ValueOf(_builder.AddParameter("set")));
    }

    [Fact]
    public async Task AddParameter_WithAValue_HasIt() => Assert.Equal("given", await ValueOf(_builder.AddParameter("given", "given")));

    [Fact]
    public async Task AddParameter_NobodySetsIt_IsRefused() =>
        await Assert.ThrowsAnyAsync<DistributedApplicationException>(() => ValueOf(_builder.AddParameter("api-key", secret: true)));

    [Fact]
    public async Task Expression_OfParameters_IsPutTogetherFromTheirValues()
    {
        var password = _builder.AddParameter("password", "p;1", secret: true);
        var expression = ReferenceExpression.Create($"Host={"somewhere"};Password={password}");
        Assert.Equal("Host=somewhere;Password=p;1", await expression.GetValueAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Host=somewhere;Password={password.value}", expression.ValueExpression);
    }

    [Fact]
    public void ConnectionString_OfADatabase_IsThatOfItsServerWithItsName()
    {
        var database = _builder.AddPostgres("postgres").AddDatabase("roles-db", "roles");
        Assert.Equal("{postgres.connectionString};Database=roles", database.Resource.ConnectionStringExpression.ValueExpression);
    }

    [Fact]
    public void Endpoint_OfAProgram_NamesItsParts()
    {
        var endpoint = _builder.AddExecutable("program", "true", ".").WithHttpEndpoint(port: 7010).GetEndpoint("http");
        Assert.Equal("{program.bindings.http.url}", ((IManifestExpressionProvider)endpoint).ValueExpression);
        Assert.Equal("{program.bindings.http.port}", endpoint.Property(EndpointProperty.Port).ValueExpression);
    }

    private static async Task<string?> ValueOf(IResourceBuilder<ParameterResource> parameter) =>
        await parameter.Resource.GetValueAsync(TestContext.Current.CancellationToken);
}
