using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class WaitingTimeTests
{
    private static readonly WaitingTime Skewed = WaitingTime.Of(Estimate.Of(137, 91, 274));

    [Theory]
    [InlineData(0.1, 91)]
    [InlineData(0.5, 137)]
    [InlineData(0.9, 274)]
    public void At_SharesOfTheEstimate_GivesItsEnds(double share, double days) => Assert.Equal(days, Skewed.At(share), days * 0.002);

    [Fact]
    public void At_ExactEstimate_NeverVaries()
    {
        var exact = WaitingTime.Of(Estimate.Exact(30));
        Assert.All([0, 0.3, 0.9999], share => Assert.Equal(30, exact.At(share)));
    }

    [Fact]
    public void MeanDays_Exponential_IsItsMean() => Assert.Equal(100, WaitingTime.Exponential(100).MeanDays, 0.5);

    [Fact]
    public void At_GrowingShare_NeverFalls()
    {
        for (var share = 0.0; share < 0.999; share += 0.001) Assert.True(Skewed.At(share + 0.0009) >= Skewed.At(share));
    }

    [Fact]
    public void Of_Unknown_IsRefused() => Assert.Throws<ArgumentException>(() => WaitingTime.Of(Estimate.Unknown(1, 2)));

    [Fact]
    public void Of_LowerEndZeroThatVaries_IsRefused() => Assert.Throws<ArgumentException>(() => WaitingTime.Of(Estimate.Of(5, 0, 9)));
}
