using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults;

/// <summary>A token and when it expires.</summary>
/// <param name="Value">The token as it goes into the <c>authorization</c> header, after <c>Bearer</c>. A secret.</param>
/// <param name="ExpiresAt">From then on it is refused.</param>
public sealed record IssuedToken(string Value, DateTimeOffset ExpiresAt);

/// <summary>Issues short-lived JSON Web Tokens, signed with ES256.</summary>
/// <param name="keys">The issuer's keys.</param>
/// <param name="time">The clock.</param>
public sealed class TokenIssuer(SigningKeyRing keys, TimeProvider time)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Name of the issuer.</summary>
    public string Name => keys.Issuer;

    /// <summary>Issues a token of a person, good for every service.</summary>
    /// <param name="person">Who signed in.</param>
    /// <param name="lifetime">How long it is good; above zero, at most <see cref="TokenTimes.LongestLifetime"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the keys.</param>
    /// <exception cref="InvalidOperationException">This issuer is not the portal.</exception>
    public Task<IssuedToken> IssuePersonAsync(Caller person, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, TokenTimes.LongestLifetime);
        if (person.Kind != CallerKind.Person)
            throw new ArgumentException("A service's token is issued with IssueServiceAsync.", nameof(person));
        if (Name != TokenClaims.PersonIssuer)
            throw new InvalidOperationException($"Only '{TokenClaims.PersonIssuer}' issues persons' tokens; this is '{Name}'.");
        return IssueAsync(person, TokenClaims.PersonAudience, lifetime, cancellationToken);
    }

    /// <summary>Issues a token of this service, good for one other service.</summary>
    /// <param name="audience">Name of the service to call.</param>
    /// <param name="cancellationToken">Ends the wait for the keys.</param>
    public Task<IssuedToken> IssueServiceAsync(string audience, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(audience);
        if (audience == TokenClaims.PersonAudience)
            throw new ArgumentException("A service's token names one service as its audience.", nameof(audience));
        return IssueAsync(Caller.Service(Name), audience, TokenTimes.LongestLifetime, cancellationToken);
    }

    private async Task<IssuedToken> IssueAsync(Caller caller, string audience, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var key = await keys.GetSigningKeyAsync(cancellationToken);
        // Claims hold whole seconds; rounding up would make the token live longer than was asked for.
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var expires = now + lifetime;
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = TokenClaims.Write(caller),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
        return new IssuedToken(token, expires);
    }
}
