using System.Diagnostics;
using System.Globalization;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Benchmarks.Engine;

/// <summary>How long whole countries and single questions take, how that grows, and what it needs of memory.</summary>
static class SizeBenchmark
{
    const int PostsOfGroup = 200;
    const int NationalPosts = 12_000;
    const int Trials = 10_000;
    const int WhatIfPosts = 250;
    const int WhatIfs = 60;
    const int PeopleForAPost = 2;
    const int NamesForAPost = 3;
    const ulong Seed = 7;
    static readonly int[] Sizes = [3_000, 6_000, NationalPosts, 24_000];

    public static void Run()
    {
        PlayCountry(PostsOfGroup * Environment.ProcessorCount); // warm-up
        var times = Sizes.ToDictionary(posts => posts, posts =>
        {
            var elapsed = PlayCountry(posts);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"national: {posts} posts, {posts * PeopleForAPost} people, {posts * NamesForAPost} nominations, "
                + $"{Trials} trials of five years: {elapsed.TotalSeconds:F2} s"));
            return elapsed;
        });
        Console.WriteLine(FormattableString.Invariant($"MEASURE national-seconds {times[NationalPosts].TotalSeconds:F2}"));
        Console.WriteLine(FormattableString.Invariant($"MEASURE growth-exponent {Exponent(times):F2}"));
        AskWhatIf();
        MeasureAllocation();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"MEASURE peak-memory-mebibytes {process.PeakWorkingSet64 / 1024.0 / 1024:F0}"));
    }

    // A country is its groups, as the service plays it: a worker takes one group after another.
    static TimeSpan PlayCountry(int posts)
    {
        var groups = Enumerable.Range(1, posts / PostsOfGroup)
            .Select(group => new InventedGroup(PostsOfGroup, PostsOfGroup * PeopleForAPost, NamesForAPost, group)).ToArray();
        var started = Stopwatch.GetTimestamp();
        Parallel.ForEach(
            groups, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            group => _ = Simulator.Run(group.Model(), Seed, Trials).Posts);
        return Stopwatch.GetElapsedTime(started);
    }

    // The slope of time over size, both in logarithms.
    static double Exponent(IReadOnlyDictionary<int, TimeSpan> times)
    {
        var points = times.Select(each => (X: Math.Log(each.Key), Y: Math.Log(each.Value.TotalSeconds))).ToArray();
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
    }

    // The baseline lies ready; each question supposes that another person leaves tonight.
    static void AskWhatIf()
    {
        var group = new InventedGroup(WhatIfPosts, WhatIfPosts * PeopleForAPost, NamesForAPost, seed: 1);
        var baseline = Simulator.Run(group.Model(), Seed, Trials, Environment.ProcessorCount);
        PersonId[] people = [.. baseline.Model.Snapshot.Holders().Take(WhatIfs)];
        double[] times =
        [
            .. people.Select(person =>
            {
                var started = Stopwatch.GetTimestamp();
                var model = group.Model(Changes.LeavesTonight(person, baseline.Model.Snapshot.AsOf));
                Simulator.Run(model, Seed, Trials, Environment.ProcessorCount).MoreThan(baseline);
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }).Order(),
        ];
        var p95 = times[(int)Math.Ceiling(0.95 * times.Length) - 1];
        Console.WriteLine(FormattableString.Invariant(
            $"what if: {WhatIfPosts} posts, {Trials} trials, {times.Length} questions: median {times[times.Length / 2]:F0} ms"));
        Console.WriteLine(FormattableString.Invariant($"MEASURE what-if-p95-milliseconds {p95:F0}"));
    }

    // What more trials allocate beyond fewer: the arrays of a run are the same for both but for one number a trial.
    static void MeasureAllocation()
    {
        var model = new InventedGroup(PostsOfGroup, PostsOfGroup * PeopleForAPost, NamesForAPost, seed: 1).Model();
        var (few, many) = (Allocated(model, Trials), Allocated(model, 3 * Trials));
        Console.WriteLine(FormattableString.Invariant(
            $"MEASURE allocated-bytes-per-trial {((many - few) / (2.0 * Trials)) - sizeof(long):F2}"));
    }

    static long Allocated(SimulationModel model, int trials)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Simulator.Run(model, Seed, trials);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
