using System.Runtime.Intrinsics;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class DrawsTests
{
    private const int Trials = 20_000;

    // Chi-squared with 63 degrees of freedom lies above this in one of a million cases.
    private const double ChiSquaredLimit = 127;

    private static readonly ulong Stream = Draws.Stream("search", "post-1");

    [Fact]
    public void First_EightStreams_IsTheSameAsOneByOne()
    {
        var draws = new Draws(7, 3);
        var numbers = draws.First(Vector512.Create([.. Streams(8)]));
        Assert.Equal(Streams(8).Select(stream => draws.Next(stream, 0)), Enumerable.Range(0, 8).Select(lane => numbers[lane]));
    }

    [Fact]
    public void First_ManyStreams_IsTheSameAsOneByOne()
    {
        var draws = new Draws(7, 3);
        var numbers = new ulong[48];
        draws.First([.. Streams(48)], numbers);
        Assert.Equal(Streams(48).Select(stream => draws.Next(stream, 0)), numbers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    public void Next_FourStreams_IsTheSameAsOneByOne(int occurrence)
    {
        var draws = new Draws(7, 3);
        var numbers = draws.Next(Vector256.Create([.. Streams(4)]), occurrence);
        Assert.Equal(Streams(4).Select(stream => draws.Next(stream, occurrence)), Enumerable.Range(0, 4).Select(lane => numbers[lane]));
    }

    [Theory]
    [InlineData(58)]
    [InlineData(32)]
    [InlineData(26)]
    [InlineData(0)]
    public void Next_TrialAfterTrial_IsUniformInAllItsBits(int shift) => AssertUniform(
        Enumerable.Range(0, Trials).Select(trial => (int)(new Draws(7, trial).Next(Stream, 0) >> shift) & 63));

    [Fact]
    public void Next_OccurrenceAfterOccurrence_IsUniform() => AssertUniform(
        Enumerable.Range(0, Trials).Select(occurrence => (int)(new Draws(7, 3).Next(Stream, occurrence) >> 58)));

    [Fact]
    public void Next_HalvesOfOneNumber_AreIndependent() => AssertUniform(Pairs(draws =>
        (Draws.Upper(draws.Next(Stream, 0)), Draws.Lower(draws.Next(Stream, 0)))));

    [Fact]
    public void Next_TwoStreams_AreIndependent()
    {
        var other = Draws.Stream("search", "post-2");
        AssertUniform(Pairs(draws => (Draws.Upper(draws.Next(Stream, 0)), Draws.Upper(draws.Next(other, 0)))));
    }

    [Fact]
    public void Next_TwoOccurrences_AreIndependent() => AssertUniform(Pairs(draws =>
        (Draws.Upper(draws.Next(Stream, 0)), Draws.Upper(draws.Next(Stream, 1)))));

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Happens_Probability_IsHowOftenItHappens(double probability)
    {
        var limit = Draws.Limit(probability);
        var share = Enumerable.Range(0, Trials).Average(trial => Draws.Happens(new Draws(7, trial).Next(Stream, 0), limit) ? 1.0 : 0);
        Assert.Equal(probability, share, 4 * Math.Sqrt(probability * (1 - probability) / Trials));
    }

    private static IEnumerable<ulong> Streams(int count) => Enumerable.Range(0, count).Select(at => Draws.Stream("exit", $"person-{at}"));

    private static IEnumerable<int> Pairs(Func<Draws, (uint One, uint Other)> draw) => Enumerable.Range(0, Trials)
        .Select(trial => draw(new Draws(7, trial))).Select(pair => (int)((pair.One >> 29 << 3) | (pair.Other >> 29)));

    // 64 equally likely cells.
    private static void AssertUniform(IEnumerable<int> cells)
    {
        const double expected = Trials / 64.0;
        var counts = new int[64];
        foreach (var cell in cells) counts[cell]++;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 0, ChiSquaredLimit);
    }
}
