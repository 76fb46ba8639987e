using Grpc.Core;
using Talent.ServiceDefaults;
using Talent.Succession.Engine.Calibration;
using Talent.Succession.Forecasts;
using Talent.Succession.V1;

namespace Talent.Succession.Api;

/// <summary>The forecast service of the contract.</summary>
/// <param name="reader">Reads forecasts as their callers may see them.</param>
/// <param name="scenarios">Plays what callers suppose.</param>
/// <param name="audit">Notes who read of whom.</param>
/// <param name="calibration">How well the model gives what was published.</param>
internal sealed class ForecastApi(ForecastReader reader, ScenarioPlay scenarios, SlateAudit audit, CalibrationTable calibration)
    : ForecastService.ForecastServiceBase
{
    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<GetForecastResponse> GetForecast(GetForecastRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        if (request.PostId.Length > 0)
            await reader.RequireNotOwnAsync(caller, request.GroupId, request.PostId, context.CancellationToken);
        var response = await reader.ReadAsync(caller, request.GroupId, request.Tier, context.CancellationToken);
        var forecast = response.Forecast;
        if (request.PostId.Length > 0) ForecastSelection.KeepPost(forecast, request.PostId);
        if (request.WithPeople) await audit.NoteAsync(context, forecast.GroupId, request.PostId, ForecastSelection.People(forecast));
        else ForecastSelection.LeavePeopleOut(forecast);
        return response;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override Task WatchForecast(
        WatchForecastRequest request, IServerStreamWriter<WatchForecastResponse> responseStream, ServerCallContext context) =>
        reader.WatchAsync(
            context.GetCaller(), request.GroupId, request.ForecastVersion,
            state => responseStream.WriteAsync(state, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<CompareScenarioResponse> CompareScenario(CompareScenarioRequest request, ServerCallContext context)
    {
        var response = await scenarios.CompareAsync(context.GetCaller(), request, context.CancellationToken);
        await audit.NoteAsync(context, request.GroupId, postId: "", ScenarioMapping.People(request.Changes));
        return response;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<PlayTrialResponse> PlayTrial(PlayTrialRequest request, ServerCallContext context)
    {
        var response = await scenarios.PlayAsync(context.GetCaller(), request, context.CancellationToken);
        await audit.NoteAsync(
            context, request.GroupId, postId: "",
            response.Steps.Select(step => step.PersonId).Concat(ScenarioMapping.People(request.Changes)));
        return response;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadRegister)]
    public override Task<GetCalibrationResponse> GetCalibration(GetCalibrationRequest request, ServerCallContext context) =>
        Task.FromResult(CalibrationMapping.ToContract(calibration));
}
