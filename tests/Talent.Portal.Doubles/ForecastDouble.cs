using Grpc.Core;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Doubles;

public sealed class ForecastDouble(Recorded recorded) : ForecastService.ForecastServiceBase
{
    public override Task<GetForecastResponse> GetForecast(GetForecastRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () =>
        {
            if (request.PostId == Invented.OwnPost)
                throw Errors.PermissionDenied("You hold this post.", "OWN_POST");
            if (request.PostId == InventedForecast.PostWithoutForecast)
                throw Errors.NotFound("This post does not exist on the day of the forecast.");
            if (request.Tier == ForecastTier.Full && !recorded.FullForecastReady)
                throw Errors.NotFound("The full forecast is being computed.", "FORECAST_NOT_READY");
            return InventedForecast.Keep(InventedForecast.Answer(request.Tier, recorded.ForecastStepsDone), request);
        });

    public override async Task WatchForecast(
        WatchForecastRequest request, IServerStreamWriter<WatchForecastResponse> responseStream, ServerCallContext context)
    {
        var told = await recorded.AnswerAsync(request, context, () => -1);
        while (recorded.ForecastStepsDone < InventedForecast.Steps)
        {
            if (told != recorded.ForecastStepsDone)
            {
                told = recorded.ForecastStepsDone;
                var progress = new ForecastProgress { StepsDone = told, Steps = InventedForecast.Steps };
                await responseStream.WriteAsync(new WatchForecastResponse { Progress = progress }, context.CancellationToken);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, context.CancellationToken);
        }
        await responseStream.WriteAsync(new WatchForecastResponse { ForecastVersion = 8 }, context.CancellationToken);
    }

    public override Task<CompareScenarioResponse> CompareScenario(CompareScenarioRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () =>
        {
            for (var at = 0; at < request.Changes.Count; at++)
            {
                if (request.Changes[at].RecruitmentFreeze is { } freeze && freeze.Until.ToDay("until") <= freeze.From.ToDay("from"))
                    throw Errors.Invalid($"changes[{at}].recruitment_freeze", "Let the pause end after it begins.");
            }
            return InventedScenario.Compare(request.Tier);
        });

    public override Task<GetCalibrationResponse> GetCalibration(GetCalibrationRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, InventedCalibration.Make);

    public override Task<PlayTrialResponse> PlayTrial(PlayTrialRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => request.Trial is < 0 or > 9999
            ? throw Errors.Invalid("trial", "Choose a trial from 0 to 9999.")
            : InventedScenario.Play(request.Trial));
}
