using Grpc.Core;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Pipelines;
using Talent.Succession.V1;

namespace Talent.Succession.Api;

/// <summary>The pipeline service of the contract.</summary>
/// <param name="boards">Reads groups as their callers may see them.</param>
/// <param name="pipelines">Looks at pipelines.</param>
internal sealed class PipelineApi(BoardReader boards, PipelineComputation pipelines) : PipelineService.PipelineServiceBase
{
    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<GetPipelinesResponse> GetPipelines(GetPipelinesRequest request, ServerCallContext context) =>
        pipelines.Look(await boards.ViewOfGroupAsync(context.GetCaller(), request.GroupId, context.CancellationToken), request.Cohorts);
}
