using System.Text.Json;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Talent.ServiceDefaults.Tests;

public sealed class TokenKeysTests : IAsyncLifetime
{
    private ProbeHost _portal = null!;
    private ProbeHost _roles = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await ProbeHost.StartAsync(builder => Identify(builder, "portal"));
        _roles = await ProbeHost.StartAsync(builder => Identify(builder, "roles"));
        _roles.Find("portal", _portal);
    }

    public async ValueTask DisposeAsync()
    {
        await _roles.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Validate_TokenOfAnotherProcess_IsTakenByItsPublishedKeys()
    {
        var token = await PortalTokenAsync();

        var authentication = await Validator(_roles).ValidateAsync(token, CancellationToken.None);

        Assert.Equal(Callers.Director.Grants, authentication.Caller.Grants);
    }

    [Fact]
    public async Task Validate_IssuerCannotBeReached_IsUnavailable()
    {
        var token = await PortalTokenAsync();
        await _portal.DisposeAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(() => Validator(_roles).ValidateAsync(token, CancellationToken.None));
        Assert.Equal((StatusCode.Unavailable, Reason.KeysUnavailable), (exception.StatusCode, exception.GetDetails().Reason));
    }

    [Fact]
    public async Task Validate_AddressOfTheIssuerNotConfigured_IsUnavailable()
    {
        await using var stranger = await ProbeHost.StartAsync();
        var token = await PortalTokenAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(() => Validator(stranger).ValidateAsync(token, CancellationToken.None));
        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
    }

    [Fact]
    public async Task MapTokenKeys_OneIssuer_PublishesItsKeysInStandardForm()
    {
        var key = Assert.Single(await ReadKeysAsync(_portal));

        Assert.Equal(("EC", "P-256", "ES256", "sig"), (Text(key, "kty"), Text(key, "crv"), Text(key, "alg"), Text(key, "use")));
        Assert.StartsWith("portal.", Text(key, "kid"), StringComparison.Ordinal);
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(each => each.Name).Order());
    }

    [Fact]
    public async Task MapTokenKeys_SeveralIssuersInOneProcess_PublishesTheKeysOfAll()
    {
        await using var both = await ProbeHost.StartAsync(builder =>
        {
            Identify(builder, "portal");
            Identify(builder, "roles");
        });

        var issuers = (await ReadKeysAsync(both)).Select(key => Text(key, "kid").Split('.')[0]);

        Assert.Equal(["portal", "roles"], issuers.Order());
    }

    [Fact]
    public async Task AddTokens_NoStoreRegistered_SaysWhatToRegister()
    {
        await using var host = await ProbeHost.StartAsync(builder => builder.AddTokens("roles"));

        var exception = Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredKeyedService<TokenIssuer>("roles"));
        Assert.Contains("AddKeyedSingleton<ISigningKeyStore", exception.Message, StringComparison.Ordinal);
    }

    internal static void Identify(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder, string name)
    {
        builder.AddTokens(name);
        builder.Services.AddKeyedSingleton<ISigningKeyStore, InMemorySigningKeyStore>(name);
    }

    private static TokenValidator Validator(ProbeHost host) => host.Services.GetRequiredService<TokenValidator>();

    private static string Text(JsonElement key, string name) => key.GetProperty(name).GetString()!;

    private static async Task<List<JsonElement>> ReadKeysAsync(ProbeHost host)
    {
        using var http = host.Http;
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(TokenOptions.KeysPath, UriKind.Relative)));
        return [.. answer.RootElement.GetProperty("keys").EnumerateArray().Select(key => key.Clone())];
    }

    private async Task<string> PortalTokenAsync()
    {
        var issuer = _portal.Services.GetRequiredKeyedService<TokenIssuer>("portal");
        return (await issuer.IssuePersonAsync(Callers.Director, TimeSpan.FromMinutes(1), CancellationToken.None)).Value;
    }
}
