using System.Diagnostics;

namespace Talent.Benchmarks.Engine;

/// <summary>What one side did in one round.</summary>
/// <param name="Operations">How many operations.</param>
/// <param name="Elapsed">How long they took.</param>
/// <param name="Figure">What the last one came to; both sides must agree on it.</param>
sealed record EngineRound(double Operations, TimeSpan Elapsed, double Figure)
{
    /// <summary>Operations a second.</summary>
    public double PerSecond => Operations / Elapsed.TotalSeconds;

    /// <summary>Repeats an operation for a time.</summary>
    /// <param name="length">How long at least.</param>
    /// <param name="operation">Does it and returns the figure.</param>
    /// <param name="worth">How many operations one call counts for.</param>
    public static EngineRound Play(TimeSpan length, Func<double> operation, double worth = 1)
    {
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        double figure;
        do
        {
            figure = operation();
            count++;
        }
        while (Stopwatch.GetElapsedTime(started) < length);
        return new EngineRound(count * worth, Stopwatch.GetElapsedTime(started), figure);
    }
}
