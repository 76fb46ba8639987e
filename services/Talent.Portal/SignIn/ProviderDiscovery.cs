using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace Talent.Portal.SignIn;

/// <summary>What a provider says about itself (OpenID Connect Discovery 1.0, section 3), with its keys.</summary>
/// <param name="Issuer">Who signs its tokens.</param>
/// <param name="AuthorizationEndpoint">Where people are sent.</param>
/// <param name="TokenEndpoint">Where a code is exchanged.</param>
/// <param name="Keys">The keys that it signs with.</param>
public sealed record Provider(string Issuer, string AuthorizationEndpoint, string TokenEndpoint, IReadOnlyList<SecurityKey> Keys);

/// <summary>Reads what the provider says about itself, and again after an hour or when it may have new keys.</summary>
public sealed class ProviderDiscovery(ProviderSettings settings, IHttpClientFactory clients, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (Provider Provider, DateTimeOffset ReadAt)? _read;

    /// <summary>The provider.</summary>
    /// <param name="anew">Whether to read it anew, because a token was signed with a key that is not known.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">The provider is not the configured one, or says too little.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async Task<Provider> ReadAsync(bool anew, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (!anew && _read is { } read && time.GetUtcNow() - read.ReadAt < Kept)
                return read.Provider;
            var provider = await FetchAsync(cancellation);
            _read = (provider, time.GetUtcNow());
            return provider;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private async Task<Provider> FetchAsync(CancellationToken cancellation)
    {
        using var client = clients.CreateClient();
        var address = new Uri(settings.Authority, ".well-known/openid-configuration");
        var said = await client.GetFromJsonAsync<Document>(address, cancellation);
        if (said is not { Issuer: { } issuer, AuthorizationEndpoint: { } authorization, TokenEndpoint: { } token, JwksUri: { } keys })
            throw new InvalidOperationException($"The provider at {settings.Authority} does not say where its endpoints are.");
        if (issuer.TrimEnd('/') != settings.Authority.ToString().TrimEnd('/'))
            throw new InvalidOperationException($"The provider at {settings.Authority} calls itself {issuer}: set Talent:SignIn:Authority to that.");
        var set = JsonWebKeySet.Create(await client.GetStringAsync(new Uri(keys), cancellation));
        return new Provider(issuer, authorization, token, [.. set.GetSigningKeys()]);
    }

    private sealed record Document(
        [property: JsonPropertyName("issuer")] string? Issuer,
        [property: JsonPropertyName("authorization_endpoint")] string? AuthorizationEndpoint,
        [property: JsonPropertyName("token_endpoint")] string? TokenEndpoint,
        [property: JsonPropertyName("jwks_uri")] string? JwksUri);
}
