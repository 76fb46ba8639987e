using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Succession.Storage;

/// <summary>Keeps the service's signing keys in its database, where all replicas find them.</summary>
/// <param name="storage">The database.</param>
public sealed class SigningKeyStore(ServiceStorage<SuccessionContext> storage) : ISigningKeyStore
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<SigningKeyRecord>> GetAsync(CancellationToken cancellationToken)
    {
        await using var context = storage.CreateContext();
        var rows = await context.SigningKeys.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new SigningKeyRecord(row.KeyId, row.PrivateKey, row.SignsFrom, row.SignsUntil, row.PublishedUntil))];
    }

    /// <inheritdoc />
    public async Task AddAsync(SigningKeyRecord key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        await storage.WriteAsync(
            (context, _) => Task.FromResult(context.SigningKeys.Add(new SigningKeyRow
            {
                KeyId = key.KeyId,
                PrivateKey = key.PrivateKey,
                SignsFrom = key.SignsFrom,
                SignsUntil = key.SignsUntil,
                PublishedUntil = key.PublishedUntil,
            })), cancellationToken);
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string keyId, CancellationToken cancellationToken) => await storage.WriteAsync(
        (context, token) => context.SigningKeys.Where(row => row.KeyId == keyId).ExecuteDeleteAsync(token), cancellationToken);
}
