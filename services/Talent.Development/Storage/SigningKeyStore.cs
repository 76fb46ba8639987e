using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Development.Storage;

/// <summary>Keeps the keys that the service signs its own tokens with; replicas share them.</summary>
internal sealed class SigningKeyStore(ServiceStorage<DevelopmentContext> storage) : ISigningKeyStore
{
    public async Task<IReadOnlyList<SigningKeyRecord>> GetAsync(CancellationToken cancellationToken)
    {
        await using var context = storage.CreateContext();
        var rows = await context.SigningKeys.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new SigningKeyRecord(row.KeyId, row.PrivateKey, row.SignsFrom, row.SignsUntil, row.PublishedUntil))];
    }

    public Task AddAsync(SigningKeyRecord key, CancellationToken cancellationToken) => storage.WriteAsync(
        (context, _) =>
        {
            context.SigningKeys.Add(new()
            {
                KeyId = key.KeyId,
                PrivateKey = key.PrivateKey,
                SignsFrom = key.SignsFrom,
                SignsUntil = key.SignsUntil,
                PublishedUntil = key.PublishedUntil,
            });
            return Task.FromResult(true);
        },
        cancellationToken);

    public Task RemoveAsync(string keyId, CancellationToken cancellationToken) => storage.WriteAsync(
        (context, token) => context.SigningKeys.Where(row => row.KeyId == keyId).ExecuteDeleteAsync(token), cancellationToken);
}
