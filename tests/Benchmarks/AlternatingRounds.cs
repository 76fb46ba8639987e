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
        var our = new List<Round>();
        var their = new List<Round>();
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
                our.Add(await Rate(ours, Length));
            their.Add(await Rate(floor, Length));
            if (round % 2 == 1)
                our.Add(await Rate(ours, Length));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{Environment.ProcessorCount} cores, {inFlight} in flight, {Rounds} alternating rounds of {Length.TotalSeconds} s"));
        Print(ours, our);
        Print(floor, their);
        var ratios = Quartiles.Of(our.Zip(their, (ourRound, theirRound) => ourRound.PerSecond / theirRound.PerSecond));
        Console.WriteLine($"ratio: {ratios.Text("F3")}");
        Console.WriteLine(FormattableString.Invariant($"RATIO {what} {ratios.Median:F2}"));
    }

    static void Print(Side side, IReadOnlyList<Round> rounds)
    {
        var rates = Quartiles.Of(rounds.Select(round => round.PerSecond)).Text("F0");
        var processor = Quartiles.Of(rounds.Select(round => round.ProcessorMicroseconds)).Text("F1");
        Console.WriteLine($"{side.Name}: {rates} a second; processor time {processor} microseconds each");
    }

    async Task<Round> Rate(Side side, TimeSpan length)
    {
        var busy = Environment.CpuUsage.TotalTime;
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
        if (side.Finish is { } finish)
            await finish();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new(count / elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - busy).TotalMicroseconds / count);
    }

    sealed record Round(double PerSecond, double ProcessorMicroseconds);
}
