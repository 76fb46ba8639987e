using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Runs the health checks when asked; watchers get a fresh first answer and then what is published.</summary>
sealed class HealthCheckedService(
    HealthServiceImpl published, IOptions<GrpcHealthChecksOptions> options, HealthCheckService checks) : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (options.Value.UseHealthChecksCache)
            return await published.Check(request, context);
        var status = await Run(request.Service, context.CancellationToken) ??
            throw new RpcException(new Status(StatusCode.NotFound, ""));
        return new HealthCheckResponse { Status = status };
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        if (!options.Value.UseHealthChecksCache && await Run(request.Service, context.CancellationToken) is { } status)
            published.SetStatus(request.Service, status);
        await published.Watch(request, responseStream, context);
    }

    internal static ServingStatus Serving(IEnumerable<HealthStatus> results) =>
        results.Any(result => result == HealthStatus.Unhealthy) ? ServingStatus.NotServing : ServingStatus.Serving;

    async Task<ServingStatus?> Run(string service, CancellationToken cancel)
    {
        if (options.Value.Services.Find(service) is not { } mapping)
            return null;
        var report = await checks.CheckHealthAsync(check => mapping.Includes(check.Name, check.Tags), cancel);
        return Serving(report.Entries.Values.Select(entry => entry.Status));
    }
}
