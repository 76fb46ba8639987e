using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Relay;

/// <summary>Takes, renews and gives back leases. Time is the database's, so the clocks of the replicas do not matter.</summary>
internal sealed class LeaseStore<TContext>(ServiceStorage<TContext> storage) where TContext : ServiceContext
{
    /// <summary>Takes the lease where it is free or expired, or renews it where the owner holds it.</summary>
    /// <returns>Null: somebody else holds it.</returns>
    public async Task<Lease?> TryHoldAsync(string name, string owner, TimeSpan duration, CancellationToken cancellation)
    {
        var clock = storage.Dialect.Clock;
        var sql = $$"""
            INSERT INTO leases (name, owner, epoch, expires_at) VALUES ({0}, {1}, 1, {{clock}} + {2})
            ON CONFLICT (name) DO UPDATE SET
              epoch = CASE WHEN leases.owner = {1} THEN leases.epoch ELSE leases.epoch + 1 END,
              owner = {1}, expires_at = {{clock}} + {2}
            WHERE leases.owner = {1} OR leases.expires_at <= {{clock}}
            RETURNING epoch AS "Value"
            """;
        var epochs = await storage.WriteAsync(
            (context, token) => context.Database
                .SqlQueryRaw<long>(sql, name, owner, (long)duration.TotalMicroseconds).ToListAsync(token),
            cancellation);
        return epochs is [var epoch] ? new Lease(name, owner, epoch) : null;
    }

    /// <summary>Lets others take the lease at once.</summary>
    public Task ReleaseAsync(Lease lease, CancellationToken cancellation) => storage.WriteAsync(
        (context, token) => context.Leases
            .Where(each => each.Name == lease.Name && each.Owner == lease.Owner && each.Epoch == lease.Epoch)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.ExpiresAt, 0), token),
        cancellation);
}
