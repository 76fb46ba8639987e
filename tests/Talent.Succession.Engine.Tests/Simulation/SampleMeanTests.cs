using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class SampleMeanTests
{
    // 80 % of a normal distribution lie within so many standard deviations.
    private const double Deviations = 1.2815515655446004;

    [Theory]
    [InlineData(1, 10)]
    [InlineData(5, 10)]
    [InlineData(700, 1000)]
    public void OfCount_Share_HasTheEndsThatWouldJustAllowIt(int count, int trials)
    {
        var found = SampleMean.OfCount(count, trials);
        var share = (double)count / trials;
        Assert.Equal(share, found.Value);
        Assert.True(found.Low < share && share < found.High);
        // Wilson 1927: a true probability at either end lies so many of its own standard errors away.
        foreach (var end in new[] { found.Low, found.High })
            Assert.Equal(Deviations * Math.Sqrt(end * (1 - end) / trials), Math.Abs(share - end), 1e-12);
    }

    [Fact]
    public void OfCount_None_BeginsAtZero()
    {
        var found = SampleMean.OfCount(0, 10);
        Assert.Equal((0, 0), (found.Value, found.Low));
        Assert.Equal(Deviations * Deviations / (10 + (Deviations * Deviations)), found.High, 1e-12);
    }

    [Fact]
    public void OfCount_All_EndsAtOne()
    {
        var found = SampleMean.OfCount(10, 10);
        Assert.Equal((1, 1), (found.Value, found.High));
        Assert.Equal(10 / (10 + (Deviations * Deviations)), found.Low, 1e-12);
    }

    [Fact]
    public void OfSum_FourNumbers_IsTheirMeanWithItsStandardError()
    {
        double[] values = [1, 2, 3, 6];
        var found = SampleMean.OfSum(values.Sum(), values.Sum(value => value * value), 4);
        // The squares of the distances from 3 add up to 14.
        var half = Deviations * Math.Sqrt(14.0 / 3 / 4);
        Assert.Equal(3, found.Value);
        Assert.Equal((3 - half, 3 + half), (found.Low, found.High), (one, other) =>
            Math.Abs(one.Item1 - other.Item1) < 1e-12 && Math.Abs(one.Item2 - other.Item2) < 1e-12);
    }

    [Fact]
    public void OfSum_OneNumber_HasNoWidth() => Assert.Equal(Estimate.Exact(5), SampleMean.OfSum(5, 25, 1));

    [Fact]
    public void OfSum_EqualNumbers_HaveNoWidth() => Assert.Equal(Estimate.Exact(0.1), SampleMean.OfSum(0.1 * 10, 0.1, 10));

    [Fact]
    public void OfCount_NoTrials_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("trials", () => SampleMean.OfCount(0, 0));

    [Fact]
    public void OfSum_NoTrials_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("trials", () => SampleMean.OfSum(0, 0, 0));
}
