using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults;

/// <summary>Name of an issuer in this process.</summary>
internal sealed record IssuerName(string Name);

/// <summary>A key set as it is published (RFC 7517).</summary>
internal sealed record PublishedKeySet(IReadOnlyList<PublishedKey> Keys);

/// <summary>A public key on curve P-256 as it is published (RFC 7518, 6.2.1).</summary>
internal sealed record PublishedKey(string Kty, string Use, string Alg, string Kid, string Crv, string X, string Y);

/// <summary>Registers issuers and what publishes their keys.</summary>
public static class TokenRegistration
{
    /// <summary>
    /// Gives the process the identity of a service: it issues tokens under that name, with the keys of the <see cref="ISigningKeyStore"/>
    /// that is registered under the same key, and takes tokens of services that are meant for it. A process may have several.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">Name of the service: <c>portal</c>, <c>roles</c>, <c>development</c> or <c>succession</c>.</param>
    public static TBuilder AddTokens<TBuilder>(this TBuilder builder, string name) where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var services = builder.Services;
        if (services.Any(each => each.ImplementationInstance is IssuerName known && known.Name == name))
            return builder;
        services.AddSingleton(new IssuerName(name));
        services.Configure<TokenOptions>(options => options.Audiences.Add(name));
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyedSingleton(name, (provider, _) => new SigningKeyRing(
            name, StoreOf(provider, name), provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton(name, (provider, _) => new TokenIssuer(
            provider.GetRequiredKeyedService<SigningKeyRing>(name), provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton(name, (provider, _) => new ServiceTokens(
            provider.GetRequiredKeyedService<TokenIssuer>(name), provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    /// <summary>Publishes the public keys of every issuer in the process at <c>/.well-known/jwks.json</c>, open to everybody.</summary>
    public static IEndpointConventionBuilder MapTokenKeys(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapGet(TokenOptions.KeysPath, (Delegate)AnswerAsync).AllowAnonymous().DisableHttpMetrics();
    }

    private static async Task<JsonHttpResult<PublishedKeySet>> AnswerAsync(HttpContext context)
    {
        var keys = new List<JsonWebKey>();
        foreach (var issuer in context.RequestServices.GetServices<IssuerName>())
        {
            var ring = context.RequestServices.GetRequiredKeyedService<SigningKeyRing>(issuer.Name);
            keys.AddRange(await ring.GetPublicKeysAsync(context.RequestAborted));
        }
        return TypedResults.Json(new PublishedKeySet(
            [.. keys.Select(key => new PublishedKey(key.Kty, key.Use, key.Alg, key.Kid, key.Crv, key.X, key.Y))]));
    }

    private static ISigningKeyStore StoreOf(IServiceProvider provider, string name) =>
        provider.GetKeyedService<ISigningKeyStore>(name) ?? throw new InvalidOperationException(
            $"Register where '{name}' keeps its signing keys: AddKeyedSingleton<ISigningKeyStore, …>(\"{name}\").");
}
