using System.Diagnostics;

namespace Talent.Benchmarks.Events;

/// <summary>
/// Commands at a steady rate whether or not the former are done, so that waiting counts: each is timed from the moment it was due until its
/// projection was committed.
/// </summary>
static class OpenLoop
{
    const int PerSecond = 200;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    public static async Task Measure(LedgerServices services)
    {
        await Run(services, WarmUp);
        var milliseconds = await Run(services, Length);
        milliseconds.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"at {PerSecond} a second for {Length.TotalSeconds} s, from due to projected: p50 {At(0.50):F1} ms, p99 {At(0.99):F1} ms, most {At(1):F1} ms"));

        double At(double share) => milliseconds[Math.Min(milliseconds.Count - 1, (int)(share * milliseconds.Count))];
    }

    static async Task<List<double>> Run(LedgerServices services, TimeSpan length)
    {
        var started = Stopwatch.GetTimestamp();
        var commands = new List<(long Due, Task<string> Command)>();
        for (var number = 0; number < (int)(length.TotalSeconds * PerSecond); number++)
        {
            var due = started + (number * Stopwatch.Frequency / PerSecond);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } early)
                await Task.Delay(early, TimeProvider.System);
            commands.Add((due, Task.Run(services.Run)));
        }
        await Task.WhenAll(commands.Select(each => each.Command));
        await services.Finish();
        return [.. commands.Select(each => Stopwatch.GetElapsedTime(each.Due, services.ArrivalOf(each.Command.Result)).TotalMilliseconds)];
    }
}
