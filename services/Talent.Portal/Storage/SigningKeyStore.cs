using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.Storage;

/// <summary>Keeps the keys that sign people's tokens in the portal's database, shared by its replicas.</summary>
public sealed class SigningKeyStore(ServiceStorage<PortalContext> storage) : ISigningKeyStore
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<SigningKeyRecord>> GetAsync(CancellationToken cancellationToken)
    {
        await using var context = storage.CreateContext();
        return await context.SigningKeys.AsNoTracking()
            .Select(key => new SigningKeyRecord(key.KeyId, key.PrivateKey, key.SignsFrom, key.SignsUntil, key.PublishedUntil))
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task AddAsync(SigningKeyRecord key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var row = new SigningKeyRow
        {
            KeyId = key.KeyId,
            PrivateKey = key.PrivateKey,
            SignsFrom = key.SignsFrom,
            SignsUntil = key.SignsUntil,
            PublishedUntil = key.PublishedUntil,
        };
        return storage.WriteAsync(
            (context, _) =>
            {
                context.SigningKeys.Add(row);
                return Task.FromResult(true);
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task RemoveAsync(string keyId, CancellationToken cancellationToken) => storage.WriteAsync(
        (context, token) => context.SigningKeys.Where(key => key.KeyId == keyId).ExecuteDeleteAsync(token), cancellationToken);
}
