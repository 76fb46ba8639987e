namespace Talent.ServiceDefaults;

/// <summary>Keys that live as long as the process: for tests and for issuers without replicas and without a database.</summary>
public sealed class InMemorySigningKeyStore : ISigningKeyStore
{
    private readonly Lock _gate = new();
    private readonly List<SigningKeyRecord> _keys = [];

    /// <inheritdoc />
    public Task<IReadOnlyList<SigningKeyRecord>> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<SigningKeyRecord>>([.. _keys]);
    }

    /// <inheritdoc />
    public Task AddAsync(SigningKeyRecord key, CancellationToken cancellationToken)
    {
        lock (_gate)
            _keys.Add(key);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RemoveAsync(string keyId, CancellationToken cancellationToken)
    {
        lock (_gate)
            _keys.RemoveAll(key => key.KeyId == keyId);
        return Task.CompletedTask;
    }
}
