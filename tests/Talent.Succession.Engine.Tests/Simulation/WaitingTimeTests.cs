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

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.35)]
    [InlineData(0.7)]
    [InlineData(0.85)]
    public void At_AnyShare_IsLogNormalOnEitherSideOfTheMiddle(double share)
    {
        var deviations = NormalQuantile.Of(share);
        var width = share < 0.5 ? Math.Log(137.0 / 91) : Math.Log(274.0 / 137);
        Assert.Equal(137 * Math.Exp(deviations * width / 1.2815515655446004), Skewed.At(share), 0.02);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void At_Exponential_IsItsQuantile(double share) =>
        Assert.Equal(-100 * Math.Log(1 - share), WaitingTime.Exponential(100).At(share), 0.05);

    [Fact]
    public void At_Ends_AreDrawnInTheMiddleOfTheOutermostCells()
    {
        var exponential = WaitingTime.Exponential(100);
        Assert.Equal(-100 * Math.Log(1 - (0.25 / 512)), exponential.At(0), 1e-4);
        Assert.Equal(-100 * Math.Log(0.25 / 512), exponential.At(1 - 1e-12), 1e-3);
    }

    [Fact]
    public void MeanDays_ExactEstimate_IsTheEstimate() => Assert.Equal(30, WaitingTime.Of(Estimate.Exact(30)).MeanDays, 1e-9);

    [Fact]
    public void MeanDays_Skewed_IsTheMeanOfItsShares()
    {
        var mean = Enumerable.Range(0, 51_200).Average(at => Skewed.At((at + 0.5) / 51_200));
        Assert.Equal(mean, Skewed.MeanDays, 1e-3);
    }

    [Fact]
    public void Of_ZeroThatNeverVaries_IsTaken() => Assert.Equal(0, WaitingTime.Of(Estimate.Exact(0)).At(0.5));

    [Fact]
    public void Of_LowerEndBelowZero_IsRefused() => Assert.Throws<ArgumentException>(() => WaitingTime.Of(Estimate.Of(5, -1, 9)));

    [Fact]
    public void Exponential_MeanBelowZero_IsRefused() => Assert.Throws<ArgumentException>(() => WaitingTime.Exponential(-1));

    [Fact]
    public void Of_LowerEndZeroThatVaries_IsRefused() => Assert.Throws<ArgumentException>(() => WaitingTime.Of(Estimate.Of(5, 0, 9)));
}
