using Grpc.Core;
using Talent.Events.V1;

namespace Talent.Portal.Doubles;

/// <summary>A service that is stalled at one entry of what it projects, and goes on with what it reacts to.</summary>
public sealed class ProjectionDouble(Recorded recorded) : ProjectionService.ProjectionServiceBase
{
    public override Task<ListProjectionsResponse> ListProjections(ListProjectionsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListProjectionsResponse
        {
            Projections =
            {
                new Projection { Service = request.Service, Source = "reactions/roles", Position = 20 },
                Stalled(request.Service),
            },
        });

    public override Task<SkipEventResponse> SkipEvent(SkipEventRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new SkipEventResponse { Projection = Stalled(request.Service) });

    public override Task<RebuildProjectionResponse> RebuildProjection(RebuildProjectionRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new RebuildProjectionResponse { Projection = Stalled(request.Service) });

    private static Projection Stalled(string service) => new()
    {
        Service = service,
        Source = "roles",
        Position = 16,
        StalledPosition = 17,
        StalledReason = "InvalidProtocolBufferException: unknown type",
    };
}
