using Microsoft.EntityFrameworkCore;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Storage;

/// <summary>Keeps the keys that a service signs its tokens with in the service's database, where all its replicas find them.</summary>
/// <typeparam name="TContext">The service's database; its model holds <see cref="SigningKeyRow"/>.</typeparam>
/// <param name="storage">The database.</param>
public sealed class SigningKeyStore<TContext>(ServiceStorage<TContext> storage) : ISigningKeyStore
    where TContext : ServiceContext
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<SigningKeyRecord>> GetAsync(CancellationToken cancellationToken)
    {
        await using var context = storage.CreateContext();
        return await context.Set<SigningKeyRow>().AsNoTracking()
            .Select(key => new SigningKeyRecord(key.KeyId, key.PrivateKey, key.SignsFrom, key.SignsUntil, key.PublishedUntil))
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task AddAsync(SigningKeyRecord key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return storage.WriteAsync(
            (context, _) => Task.FromResult(context.Set<SigningKeyRow>().Add(new SigningKeyRow
            {
                KeyId = key.KeyId,
                PrivateKey = key.PrivateKey,
                SignsFrom = key.SignsFrom,
                SignsUntil = key.SignsUntil,
                PublishedUntil = key.PublishedUntil,
            })),
            cancellationToken);
    }

    /// <inheritdoc />
    public Task RemoveAsync(string keyId, CancellationToken cancellationToken) => storage.WriteAsync(
        (context, token) => context.Set<SigningKeyRow>().Where(key => key.KeyId == keyId).ExecuteDeleteAsync(token), cancellationToken);
}
