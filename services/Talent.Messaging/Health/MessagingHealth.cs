using Microsoft.Extensions.Diagnostics.HealthChecks;
using Talent.Messaging.Projections;
using Talent.Messaging.Restoring;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Health;

/// <summary>
/// Degraded while a projection or reaction is stalled or being rebuilt: the service still answers, from what it knew before. Unhealthy when
/// its database does not answer, or was restored and has not applied later erasures again. It says where, not why: anybody may read it.
/// </summary>
internal sealed class MessagingHealth<TContext>(ProjectionOperations<TContext> operations, Opening<TContext> opening) : IHealthCheck
    where TContext : ServiceContext
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = await operations.GetStatusAsync(cancellationToken);
        var troubled = status.Where(each => each.StalledPosition > 0 || each.RebuildTarget > 0).ToList();
        var data = status.ToDictionary(each => each.Source, each => (object)each.ToString(), StringComparer.Ordinal);
        if (!await opening.IsOpenAsync(cancellationToken))
            return HealthCheckResult.Unhealthy("Restored, and closed until later erasures are applied again.", exception: null, data);
        return troubled.Count == 0
            ? HealthCheckResult.Healthy("Every projection goes on.", data)
            : HealthCheckResult.Degraded(string.Join("; ", troubled), exception: null, data);
    }
}
