using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class NormalQuantileTests
{
    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.001)]
    [InlineData(0.024)]
    [InlineData(0.02425)]
    [InlineData(0.025)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.97)]
    [InlineData(0.97575)]
    [InlineData(0.98)]
    [InlineData(0.9999)]
    public void Of_Share_HasThatPartOfTheDistributionBelowIt(double share) =>
        Assert.Equal(share, Below(NormalQuantile.Of(share)), 2e-9);

    // The density from the middle on, by Simpson's rule.
    private static double Below(double value)
    {
        const int steps = 4000;
        var width = value / steps;
        var sum = Enumerable.Range(0, steps + 1)
            .Sum(step => (step is 0 or steps ? 1 : step % 2 == 1 ? 4 : 2) * Math.Exp(-step * width * step * width / 2));
        return 0.5 + (sum * width / 3 / Math.Sqrt(2 * Math.PI));
    }
}
