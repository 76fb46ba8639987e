using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults;

/// <summary>
/// The public keys of one issuer, as last read. An unknown key makes it read once more, but never more often than
/// <see cref="TokenTimes.KeysReadAtMostEvery"/>, whatever tokens it is shown.
/// </summary>
internal sealed class IssuerKeys(string issuer, IPublishedKeys published, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Dictionary<string, JsonWebKey> _keys = [];
    private DateTimeOffset? _readAt;
    private DateTimeOffset? _triedAt;

    /// <summary>The key of that id. Null: the issuer does not publish it.</summary>
    /// <exception cref="HttpRequestException">The keys could not be read.</exception>
    public async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (!keyId.StartsWith(SigningKey.Prefix(issuer), StringComparison.Ordinal))
            return null;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var fresh = now - _readAt < TokenTimes.KeysKept;
            if (fresh && _keys.TryGetValue(keyId, out var known))
                return known;
            if (!(now - _triedAt < TokenTimes.KeysReadAtMostEvery))
                await ReadAsync(now, cancellationToken);
            if (!(now - _readAt < TokenTimes.KeysKeptUnreachable))
                throw new HttpRequestException($"The keys of '{issuer}' could not be read.");
            return _keys.GetValueOrDefault(keyId);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _triedAt = now;
        try
        {
            _keys = (await published.ReadAsync(issuer, cancellationToken)).ToDictionary(key => key.Kid);
            _readAt = now;
        }
        catch (HttpRequestException) when (now - _readAt < TokenTimes.KeysKeptUnreachable)
        {
            // What was read before holds on for a while: an issuer that restarts must not sign everybody out.
        }
    }
}
