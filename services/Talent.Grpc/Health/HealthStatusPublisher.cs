using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Tells watchers what the periodic run of the health checks found.</summary>
sealed class HealthStatusPublisher(
    HealthServiceImpl health, IOptions<GrpcHealthChecksOptions> options, IOptions<HealthCheckServiceOptions> checks)
    : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        var tags = checks.Value.Registrations.ToLookup(check => check.Name, check => check.Tags, StringComparer.OrdinalIgnoreCase);
        foreach (var mapping in options.Value.Services)
        {
            var results = report.Entries
                .Where(entry => mapping.Includes(entry.Key, tags[entry.Key].FirstOrDefault() ?? entry.Value.Tags))
                .Select(entry => entry.Value.Status);
            health.SetStatus(mapping.Name, HealthCheckedService.Serving(results));
        }

        return Task.CompletedTask;
    }
}
