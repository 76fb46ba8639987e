using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults;

/// <summary>Who a token says calls, and until when.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="ExpiresAt">Until when the token is good.</param>
public sealed record Authentication(Caller Caller, DateTimeOffset ExpiresAt);

/// <summary>
/// Checks tokens: the issuer by name, the key by what that issuer publishes, ES256, the audience, the times, and that the issuer may say
/// what the token says. Only the portal speaks for people.
/// </summary>
public sealed class TokenValidator : IDisposable
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, IssuerKeys> _keys = new();
    private readonly IPublishedKeys _published;
    private readonly TokenOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Checks tokens by what <paramref name="published"/> says of their issuers' keys.</summary>
    public TokenValidator(IPublishedKeys published, IOptions<TokenOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _published = published;
        _options = options.Value;
        _time = time;
    }

    /// <summary>Checks a token.</summary>
    /// <param name="token">The token, without <c>Bearer</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the issuer's keys.</param>
    /// <exception cref="RpcException">
    /// UNAUTHENTICATED with reason <see cref="Reason.TokenInvalid"/> or <see cref="Reason.TokenExpired"/>; UNAVAILABLE when the keys of its
    /// issuer cannot be read.
    /// </exception>
    public async Task<Authentication> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        if (!_handler.CanReadToken(token) || Read(token) is not { } read || !_options.Issuers.ContainsKey(read.Issuer))
            throw Invalid();
        var key = await FindKeyAsync(read, cancellationToken) ?? throw Invalid();
        var result = await _handler.ValidateTokenAsync(read, Parameters(read.Issuer, key));
        if (result.Exception is SecurityTokenExpiredException)
            throw Errors.Unauthenticated(Reason.TokenExpired, "The session's token has expired. Try again.");
        if (!result.IsValid || TokenClaims.Read((JsonWebToken)result.SecurityToken) is not { } caller)
            throw Invalid();
        return new Authentication(caller, new DateTimeOffset(read.ValidTo, TimeSpan.Zero));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var keys in _keys.Values)
            keys.Dispose();
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return _handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            // It has the form of a token, but not the content.
            return null;
        }
    }

    private async Task<JsonWebKey?> FindKeyAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        try
        {
            var keys = _keys.GetOrAdd(token.Issuer, issuer => new IssuerKeys(issuer, _published, _time));
            return await keys.FindAsync(token.Kid ?? "", cancellationToken);
        }
        catch (HttpRequestException)
        {
            throw Errors.Unavailable(Reason.KeysUnavailable, "Your sign-in cannot be checked just now. Try again in a moment.");
        }
    }

    private TokenValidationParameters Parameters(string issuer, JsonWebKey key) => new()
    {
        ValidIssuer = issuer,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        IssuerSigningKey = key,
        ValidAudiences = [TokenClaims.PersonAudience, .. _options.Audiences],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => CheckTimes(from, until),
    };

    private bool CheckTimes(DateTime? from, DateTime? until)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        if (from is null || until is null || until - from > TokenTimes.LongestLifetime || now < from - TokenTimes.ClockSkew)
            return false;
        return now < until + TokenTimes.ClockSkew
            ? true
            : throw new SecurityTokenExpiredException("The token has expired.");
    }

    private static RpcException Invalid() =>
        Errors.Unauthenticated(Reason.TokenInvalid, "Sign in again: the session's token is not valid.");
}
