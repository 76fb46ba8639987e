using Grpc.Core;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Projections;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Operations;

/// <summary>The RPCs with which administrators tend the projections and reactions of the services of this process.</summary>
internal sealed class ProjectionServer(IEnumerable<IProjectionOperations> services) : ProjectionService.ProjectionServiceBase
{
    [RequiresPermission(Permission.Operate)]
    public override async Task<ListProjectionsResponse> ListProjections(ListProjectionsRequest request, ServerCallContext context)
    {
        var status = await Of(request.Service).GetStatusAsync(context.CancellationToken);
        return new ListProjectionsResponse { Projections = { status.Select(ProjectionMessages.ToMessage) } };
    }

    [RequiresPermission(Permission.Operate)]
    public override async Task<SkipEventResponse> SkipEvent(SkipEventRequest request, ServerCallContext context)
    {
        var status = await Of(request.Service).SkipAsync(
            context.Command(request.RequestId, request), request.Source, request.Position, request.Reason, context.CancellationToken);
        return new SkipEventResponse { Projection = status.ToMessage() };
    }

    [RequiresPermission(Permission.Operate)]
    public override async Task<RebuildProjectionResponse> RebuildProjection(RebuildProjectionRequest request, ServerCallContext context)
    {
        var status = await Of(request.Service).RebuildAsync(
            context.Command(request.RequestId, request), request.Source, request.Reason, context.CancellationToken);
        return new RebuildProjectionResponse { Projection = status.ToMessage() };
    }

    private IProjectionOperations Of(string service) =>
        services.FirstOrDefault(each => each.Service == service)
        ?? throw Errors.NotFound(
            "This address does not offer the service that was asked for: check its name.", ProjectionReasons.UnknownService);
}
