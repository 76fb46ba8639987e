using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class TenureHazardTests
{
    private static readonly TenureHazard Rising = new([(0, 0), (1, 0.1), (3, 0.4), (6, 0.25)]);

    [Fact]
    public void Survival_ConstantRate_IsExponential() => Assert.Equal(Math.Exp(-0.27 * 4), TenureHazard.Constant(0.27).Survival(4), 1e-12);

    [Fact]
    public void Cumulated_Steps_AddsUpWhatLiesBetween() => Assert.Equal(0 + (2 * 0.1) + (1.5 * 0.4), Rising.Cumulated(4.5), 1e-12);

    [Fact]
    public void YearsUntil_AnyValue_InvertsTheCumulatedRate()
    {
        for (var value = 0.01; value < 5; value += 0.07) Assert.Equal(value, Rising.Cumulated(Rising.YearsUntil(value)), 1e-9);
    }

    [Fact]
    public void YearsUntil_RateThatEndsAtZero_IsNever() =>
        Assert.Equal(double.PositiveInfinity, new TenureHazard([(0, 0.5), (2, 0)]).YearsUntil(1.01));

    [Fact]
    public void MeanYears_Steps_IsTheIntegralOfTheSurvival() => Assert.Equal(Integral(Rising.Survival, 0, 200), Rising.MeanYears(), 1e-4);

    [Fact]
    public void StationaryYears_Share_HasThatPartOfTheSurvivalBelowIt()
    {
        for (var share = 0.05; share < 1; share += 0.1)
            Assert.Equal(share, Integral(Rising.Survival, 0, Rising.StationaryYears(share)) / Rising.MeanYears(), 1e-4);
    }

    [Fact]
    public void StationaryYears_SomeNeverLeave_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new TenureHazard([(0, 0.5), (2, 0)]).StationaryYears(0.5));

    [Fact]
    public void Constructor_NoRateFromTheFirstDay_IsRefused() => Assert.Throws<ArgumentException>(() => new TenureHazard([(1, 0.2)]));

    [Fact]
    public void Constructor_NegativeRate_IsRefused() => Assert.Throws<ArgumentException>(() => TenureHazard.Constant(-0.1));

    private static double Integral(Func<double, double> of, double from, double to)
    {
        const int steps = 200_000;
        var width = (to - from) / steps;
        return Enumerable.Range(0, steps).Sum(step => of(from + ((step + 0.5) * width))) * width;
    }
}
