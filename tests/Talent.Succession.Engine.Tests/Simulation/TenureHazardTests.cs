using Talent.Succession.Engine.Inputs;
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

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.2)]
    [InlineData(6, 1.4)]
    [InlineData(10, 2.4)]
    public void Cumulated_AnyYears_IsTheAreaBelowTheRates(double years, double expected) =>
        Assert.Equal(expected, Rising.Cumulated(years), 1e-12);

    [Fact]
    public void Constructor_StepsInAnyOrder_AreSorted() =>
        Assert.Equal(1.4, new TenureHazard([(3, 0.4), (0, 0), (6, 0.25), (1, 0.1)]).Cumulated(6), 1e-12);

    [Fact]
    public void YearsUntil_ValueReachedWhereTheRateEnds_IsThatDay()
    {
        var ending = new TenureHazard([(0, 0.5), (2, 0)]);
        Assert.Equal(2, ending.YearsUntil(1));
        Assert.Equal(1, ending.YearsUntil(0.5), 1e-12);
    }

    [Fact]
    public void MeanYears_RateThatEndsAtZero_IsNever() =>
        Assert.Equal(double.PositiveInfinity, new TenureHazard([(0, 0.5), (2, 0)]).MeanYears());

    [Fact]
    public void MeanYears_ConstantRate_IsItsReciprocal() => Assert.Equal(4, TenureHazard.Constant(0.25).MeanYears(), 1e-12);

    [Fact]
    public void StationaryYears_ConstantRate_IsExponential() =>
        Assert.Equal(-Math.Log(1 - 0.3) / 0.25, TenureHazard.Constant(0.25).StationaryYears(0.3), 1e-9);

    [Fact]
    public void StationaryYears_WithinTheYearsWithoutExits_GrowsEvenly()
    {
        // Nobody leaves in the first year, so that its years are equally likely.
        var mean = Rising.MeanYears();
        Assert.Equal(0.25, Rising.StationaryYears(0.25 / mean), 1e-9);
        Assert.Equal(0.75, Rising.StationaryYears(0.75 / mean), 1e-9);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void IsConstant_StepsOfARate_IsTrueForOneAlone(bool one, bool expected) =>
        Assert.Equal(expected, (one ? TenureHazard.Constant(0.2) : Rising).IsConstant);

    [Fact]
    public void Of_FamilyWithBands_MultipliesItsRateInEach()
    {
        var turnover = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.Chair] = GroupBuilder.Number(0.2) },
            [
                new TenurePattern(
                    [GroupBuilder.Chair], [new TenureBand(0, GroupBuilder.Number(0.5)), new TenureBand(2, GroupBuilder.Number(3))]),
            ],
            GroupBuilder.Number(1), GroupBuilder.Number(1));
        Assert.Equal((2 * 0.1) + (3 * 0.6), TenureHazard.Of(GroupBuilder.Chair, turnover)!.Cumulated(5), 1e-12);
        Assert.Null(TenureHazard.Of(GroupBuilder.Finance, turnover));
    }

    [Fact]
    public void Constructor_NoSteps_IsRefused() => Assert.Throws<ArgumentException>("steps", () => new TenureHazard([]));

    [Fact]
    public void Constructor_YearsBelowZero_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new TenureHazard([(-1, 0.1), (0, 0.1)]));

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
