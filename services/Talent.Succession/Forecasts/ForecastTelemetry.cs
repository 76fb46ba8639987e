using System.Diagnostics.Metrics;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>How long forecasts take.</summary>
internal static class ForecastTelemetry
{
    private static readonly Meter Meter = new("Talent.Succession");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "talent.forecast.duration", "s", "Time to compute a forecast, by its tier, without reading and storing.");

    /// <summary>Notes a computation.</summary>
    public static void Note(ForecastTier tier, TimeSpan took) => Duration.Record(
        took.TotalSeconds, new KeyValuePair<string, object?>("tier", tier == ForecastTier.Full ? "full" : "at-once"));
}
