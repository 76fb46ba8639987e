using Talent.Succession.Boards;
using Talent.Succession.Engine;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>Computes forecasts, and notes how long it takes.</summary>
/// <param name="model">What the trials rest on.</param>
/// <param name="time">The clock.</param>
internal sealed class ForecastComputation(ForecastModel model, TimeProvider time)
{
    private readonly ForecastProvenances _provenances = new(model, time);

    /// <summary>Tells whether two forecasts rest on the same (<see cref="ForecastFingerprint"/>).</summary>
    /// <param name="inputs">What the services told.</param>
    /// <param name="analysis">The group, whole or as a reader may see it.</param>
    /// <param name="leftOut">How many posts of the group are left out.</param>
    public string Fingerprint(GroupInputs inputs, GroupAnalysis analysis, int leftOut) =>
        ForecastFingerprint.Of(inputs, analysis.Snapshot, model, leftOut);

    /// <summary>The forecast that is there together with the board.</summary>
    /// <param name="inputs">What the services told.</param>
    /// <param name="analysis">The group, whole or as a reader may see it.</param>
    /// <param name="leftOut">How many posts of the group are left out.</param>
    /// <param name="cancellation">Gives up.</param>
    public Forecast AtOnce(GroupInputs inputs, GroupAnalysis analysis, int leftOut, CancellationToken cancellation) => Timed(
        ForecastTier.AtOnce,
        () => new ForecastBuilder(inputs, analysis, model, leftOut)
            .AtOnce(_provenances.Of(inputs, analysis, ForecastTier.AtOnce), cancellation));

    /// <summary>The full forecast, on a thread of its own: it takes seconds, in which others need those of the pool.</summary>
    /// <param name="inputs">What the services told.</param>
    /// <param name="analysis">The group, whole or as a reader may see it.</param>
    /// <param name="leftOut">How many posts of the group are left out.</param>
    /// <param name="progress">Told how many steps are done, and of how many.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Forecast> FullAsync(
        GroupInputs inputs, GroupAnalysis analysis, int leftOut, Action<int, int> progress, CancellationToken cancellation) =>
        Task.Factory.StartNew(
            () => Timed(
                ForecastTier.Full,
                () => new ForecastBuilder(inputs, analysis, model, leftOut)
                    .Full(_provenances.Of(inputs, analysis, ForecastTier.Full), progress, cancellation)),
            cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private Forecast Timed(ForecastTier tier, Func<Forecast> compute)
    {
        var started = time.GetTimestamp();
        var forecast = compute();
        ForecastTelemetry.Note(tier, time.GetElapsedTime(started));
        return forecast;
    }
}
