using System.Collections.Concurrent;

namespace Talent.ServiceDefaults;

/// <summary>The tokens of one service for the services it calls, each kept until shortly before it expires.</summary>
internal sealed class ServiceTokens(TokenIssuer issuer, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, IssuedToken> _kept = new();

    public async Task<IssuedToken> GetAsync(string audience, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(audience, out var kept) && kept.ExpiresAt - time.GetUtcNow() > TokenTimes.RenewBefore)
            return kept;
        return _kept[audience] = await issuer.IssueServiceAsync(audience, cancellationToken);
    }
}
