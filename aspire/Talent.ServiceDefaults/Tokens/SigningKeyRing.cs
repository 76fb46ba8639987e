using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults;

/// <summary>
/// The keys of one issuer, rotated with overlap: a key is published before it signs and stays published after it signed last, so no
/// receiver ever meets a good token whose key it cannot know. The store is shared by replicas; all of them sign with the same key.
/// </summary>
/// <param name="issuer">Name of the issuer.</param>
/// <param name="store">Where the keys are kept.</param>
/// <param name="time">The clock.</param>
public sealed class SigningKeyRing(string issuer, ISigningKeyStore store, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IReadOnlyList<SigningKeyRecord> _keys = [];
    private DateTimeOffset _readAt;
    private (string KeyId, ECDsaSecurityKey Key)? _signing;

    /// <summary>Name of the issuer.</summary>
    public string Issuer { get; } = issuer;

    /// <summary>The public halves to publish, by key id.</summary>
    public async Task<IReadOnlyList<JsonWebKey>> GetPublicKeysAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Always read anew: a replica may have added a key just now, and signs with it.
            await ReadAndRotateAsync(time.GetUtcNow(), cancellationToken);
            return [.. _keys.OrderBy(key => key.KeyId, StringComparer.Ordinal).Select(SigningKey.ToPublicKey)];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _gate.Dispose();
        _signing?.Key.ECDsa.Dispose();
    }

    internal async Task<ECDsaSecurityKey> GetSigningKeyAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (now - _readAt >= TokenTimes.StoreRead || Signing(_keys, now) is null)
                await ReadAndRotateAsync(now, cancellationToken);
            var newest = Signing(_keys, now)!;
            if (_signing?.KeyId != newest.KeyId)
                _signing = (newest.KeyId, SigningKey.ToPrivateKey(newest));
            return _signing.Value.Key;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ReadAndRotateAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = (await store.GetAsync(cancellationToken)).ToList();
        foreach (var spent in keys.Where(key => key.PublishedUntil <= now).ToList())
        {
            await store.RemoveAsync(spent.KeyId, cancellationToken);
            keys.Remove(spent);
        }
        if (Missing(keys, now) is { } missing)
        {
            await store.AddAsync(missing, cancellationToken);
            keys.Add(missing);
        }
        _keys = keys;
        _readAt = now;
    }

    // The first key signs at once: no receiver has read anything yet. Later ones are made while their predecessor still signs.
    private SigningKeyRecord? Missing(List<SigningKeyRecord> keys, DateTimeOffset now)
    {
        if (Signing(keys, now) is null)
            return SigningKey.Create(Issuer, now);
        var last = keys.Max(key => key.SignsUntil);
        return last - now <= TokenTimes.KeyPublishedBefore * 2 ? SigningKey.Create(Issuer, now + TokenTimes.KeyPublishedBefore) : null;
    }

    private static SigningKeyRecord? Signing(IReadOnlyList<SigningKeyRecord> keys, DateTimeOffset now) =>
        keys.Where(key => key.SignsFrom <= now && now < key.SignsUntil)
            .OrderByDescending(key => key.SignsFrom)
            .ThenBy(key => key.KeyId, StringComparer.Ordinal)
            .FirstOrDefault();
}
