using System.Diagnostics;

namespace Talent.Benchmarks;

/// <summary>
/// Measures two sides in turns, so that both meet the same weather: in each round one runs after the other, and the next round begins with
/// the other one. The ratio is the median of the rounds' own ratios.
/// </summary>
/// <param name="inFlight">How many operations are under way at a time.</param>
public sealed class AlternatingRounds(int inFlight)
{
    const int Rounds = 17;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Length = TimeSpan.FromSeconds(1.2);

    /// <summary>Measures and prints both sides and, as the last line, the ratio.</summary>
    /// <param name="what">Name of the ratio.</param>
    /// <param name="ours">Our side.</param>
    /// <param name="floor">The side it is compared with.</param>
    public async Task Compare(string what, Side ours, Side floor)
    {
        await Rate(ours, WarmUp);
        await Rate(floor, WarmUp);
        var ourRates = new List<double>();
        var floorRates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
                ourRates.Add(await Rate(ours, Length));
            floorRates.Add(await Rate(floor, Length));
            if (round % 2 == 1)
                ourRates.Add(await Rate(ours, Length));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{Environment.ProcessorCount} cores, {inFlight} in flight, {Rounds} alternating rounds of {Length.TotalSeconds} s"));
        Console.WriteLine($"{ours.Name}: {Quartiles.Of(ourRates).Text("F0")} a second");
        Console.WriteLine($"{floor.Name}: {Quartiles.Of(floorRates).Text("F0")} a second");
        var ratios = Quartiles.Of(ourRates.Zip(floorRates, (our, other) => our / other));
        Console.WriteLine($"ratio: {ratios.Text("F3")}");
        Console.WriteLine(FormattableString.Invariant($"RATIO {what} {ratios.Median:F2}"));
    }

    async Task<double> Rate(Side side, TimeSpan length)
    {
        var started = Stopwatch.GetTimestamp();
        var count = 0L;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            var done = 0L;
            while (Stopwatch.GetElapsedTime(started) < length)
            {
                await side.Operation();
                done++;
            }

            Interlocked.Add(ref count, done);
        })));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
