using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Tokens;
using Talent.ServiceDefaults;

namespace Talent.Testing;

/// <summary>
/// Signs people and services in for a test: real tokens, checked by the real interceptor, from issuers that live in the test and need no
/// HTTP endpoint for their keys.
/// </summary>
/// <param name="time">The clock of the host that checks the tokens.</param>
public sealed class TestSignIn(TimeProvider time) : IPublishedKeys, IDisposable
{
    private readonly Dictionary<string, SigningKeyRing> _rings =
        new[] { "portal", "roles", "development", "succession", Role.Demonstration }.ToDictionary(
            name => name,
            name => new SigningKeyRing(name, new InMemorySigningKeyStore(), time));

    /// <summary>Makes a host take the tokens of this sign-in, and no others.</summary>
    public void Use(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IPublishedKeys>(this));

    /// <summary>The headers of a call by a person.</summary>
    public async Task<Metadata> AsAsync(Caller person) =>
        Headers(await Issuer("portal").IssuePersonAsync(person, TokenTimes.LongestLifetime, CancellationToken.None));

    /// <summary>The headers of a call by one service to another.</summary>
    public async Task<Metadata> AsServiceAsync(string service, string audience) =>
        Headers(await Issuer(service).IssueServiceAsync(audience, CancellationToken.None));

    /// <inheritdoc />
    public Task<IReadOnlyList<JsonWebKey>> ReadAsync(string issuer, CancellationToken cancellationToken) =>
        _rings[issuer].GetPublicKeysAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var ring in _rings.Values)
            ring.Dispose();
    }

    private TokenIssuer Issuer(string name) => new(_rings[name], time);

    private static Metadata Headers(IssuedToken token) => new() { { "authorization", $"Bearer {token.Value}" } };
}
