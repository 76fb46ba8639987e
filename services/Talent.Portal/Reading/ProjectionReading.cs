using System.Diagnostics;
using Grpc.Core;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Operations;
using Talent.Messaging.Projections;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.Reading;

/// <summary>
/// The projections of every service, the portal's own included, and what an administrator does about them. The portal asks itself in the
/// process, with the same checks and records.
/// </summary>
public sealed class ProjectionReading(IServiceProvider services, ProjectionOperations<PortalContext> own)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The services that are asked.</summary>
    public static IReadOnlyList<string> Services { get; } = ["roles", "development", "succession", PortalApplication.Name];

    /// <summary>The readers of a service; null: the service did not answer, so they are not known.</summary>
    public async Task<IReadOnlyList<Projection>?> FindAsync(string service, CancellationToken cancellation)
    {
        try
        {
            return await ListAsync(service, cancellation);
        }
        catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            return null;
        }
    }

    /// <summary>One reader of a service.</summary>
    /// <exception cref="RpcException">NOT_FOUND: there is no such service or reader. UNAVAILABLE: the service did not answer.</exception>
    public async Task<Projection> GetAsync(string service, string source, CancellationToken cancellation)
    {
        if (!Services.Contains(service))
            throw Errors.NotFound("There is no service of that name.");
        return (await ListAsync(service, cancellation)).FirstOrDefault(each => each.Source == source)
            ?? throw Errors.NotFound("The service follows no such source.");
    }

    /// <summary>Passes over the event at which a reader is stalled.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="accountId">The administrator's account.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RpcException">The service refused; the details hold its sentence.</exception>
    public async Task SkipAsync(SkipEventRequest request, string accountId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Service == own.Service)
            await own.SkipAsync(
                Command("SkipEvent", request.RequestId, request, accountId),
                request.Source, request.Position, request.Reason, cancellation);
        else
            await Client(request.Service).SkipEventAsync(request, cancellationToken: cancellation);
    }

    /// <summary>Rebuilds the projections of a source.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="accountId">The administrator's account.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RpcException">The service refused; the details hold its sentence.</exception>
    public async Task RebuildAsync(RebuildProjectionRequest request, string accountId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Service == own.Service)
            await own.RebuildAsync(
                Command("RebuildProjection", request.RequestId, request, accountId), request.Source, request.Reason, cancellation);
        else
            await Client(request.Service).RebuildProjectionAsync(request, cancellationToken: cancellation);
    }

    private async Task<IReadOnlyList<Projection>> ListAsync(string service, CancellationToken cancellation)
    {
        if (service == own.Service)
            return [.. (await own.GetStatusAsync(cancellation)).Select(ProjectionMessages.ToMessage)];
        // gRPC measures deadlines by the system's clock.
        var answer = await Client(service).ListProjectionsAsync(
            new ListProjectionsRequest { Service = service },
            deadline: TimeProvider.System.GetUtcNow().Add(Patience).UtcDateTime,
            cancellationToken: cancellation);
        return answer.Projections;
    }

    private ProjectionService.ProjectionServiceClient Client(string service) =>
        services.GetRequiredKeyedService<ProjectionService.ProjectionServiceClient>(service);

    private static CommandContext Command(string method, string requestId, Google.Protobuf.IMessage body, string accountId) => new(
        accountId, $"talent.events.v1.ProjectionService/{method}", requestId, body, Activity.Current?.TraceId.ToString() ?? requestId);
}
