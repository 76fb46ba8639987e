using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults;

/// <summary>Reads the public keys that an issuer publishes; over HTTP, unless a test puts its own in place.</summary>
public interface IPublishedKeys
{
    /// <summary>The keys that the issuer publishes now.</summary>
    /// <param name="issuer">Name of the issuer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HttpRequestException">The issuer cannot be reached or answers with an error.</exception>
    Task<IReadOnlyList<JsonWebKey>> ReadAsync(string issuer, CancellationToken cancellationToken);
}
