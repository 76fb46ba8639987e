using Talent.Succession.Engine.Calibration;
using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Tests;

public sealed class CalibratedFigureTests
{
    [Theory]
    [InlineData(0.201, true)]
    [InlineData(0.329, true)]
    [InlineData(0.19, false)]
    [InlineData(0.34, false)]
    public void Fits_KnownModel_IsWithinTheRangeAndItsTolerance(double model, bool fits) =>
        Assert.Equal(fits, Figure(Estimate.Exact(model)).Fits);

    [Theory]
    [InlineData(0.05, 0.21, true)]
    [InlineData(0.31, 0.50, true)]
    [InlineData(0.10, 0.50, true)]
    [InlineData(0.10, 0.19, false)]
    [InlineData(0.35, 0.50, false)]
    public void Fits_ModelOfWhichARangeIsKnown_HasSomethingInCommon(double low, double high, bool fits) =>
        Assert.Equal(fits, Figure(Estimate.Unknown(low, high)).Fits);

    [Fact]
    public void Difference_KnownModel_IsTheModelLessTheValue() =>
        Assert.Equal(-0.07, Figure(Estimate.Exact(0.2)).Difference.Value!.Value, 1e-12);

    [Fact]
    public void Difference_ModelOfWhichARangeIsKnown_IsUnknown() => Assert.True(Figure(Estimate.Unknown(0.2, 0.3)).Difference.IsUnknown);

    [Fact]
    public void Difference_ModelOfWhichARangeIsKnown_RunsFromTheLeastToTheMost()
    {
        var difference = Figure(Estimate.Unknown(0.2, 0.3)).Difference;
        Assert.Equal(-0.07, difference.Low, 1e-12);
        Assert.Equal(0.03, difference.High, 1e-12);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.75)]
    public void Fits_ModelAtTheEndOfTheTolerance_Fits(double model) => Assert.True(
        new CalibratedFigure(
            "A figure", "share", new PublishedFigure(GroupBuilder.Number(0.5), 0.25), Estimate.Exact(model), "by a formula", []).Fits);

    [Fact]
    public void PublishedFigure_NegativeTolerance_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PublishedFigure(GroupBuilder.Number(1), -0.1));

    [Fact]
    public void ExecutivePosts_NoFamily_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ExecutivePosts([], "an invented source", GroupBuilder.Today));

    private static CalibratedFigure Figure(Estimate model) =>
        new("A figure", "share", new PublishedFigure(GroupBuilder.Number(0.27, 0.23, 0.30), 0.03), model, "by a formula", []);
}
