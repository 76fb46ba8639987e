using Talent.Succession.Engine.Inputs;
using Talent.Succession.ReferenceData;

namespace Talent.Succession.Tests.Reference;

/// <summary>The bands of years in post as delivered, against what was counted in England.</summary>
public sealed class TenureTests
{
    private const double WindowYears = 5;
    private const double Step = 0.01;

    // Of 108 acute trusts, 23 had one chief executive in five years, 54 two, 31 three or more.
    private static readonly double[] Counted = [23.0 / 108, 54.0 / 108, 31.0 / 108];

    private static readonly TurnoverRates Rates = SuccessionReferenceData.Read().Turnover;
    private static readonly FamilyKey ChiefExecutive = new("chief-executive");

    [Fact]
    public void Bands_OfChiefExecutives_GiveAsManyInFiveYearsAsWereCounted()
    {
        var shares = InFiveYears(Survival(HazardOf(ChiefExecutive)));
        for (var more = 0; more < Counted.Length; more++) Assert.Equal(Counted[more], shares[more], 0.03);
    }

    [Fact]
    public void Bands_OfChiefExecutives_KeepTheMeanRateThatFiveSourcesGive()
    {
        var rate = Rates.RateOf(ChiefExecutive)!.Estimate;
        Assert.InRange(1 / MeanYears(Survival(HazardOf(ChiefExecutive))), rate.Low, rate.High);
    }

    [Fact]
    public void ConstantRate_OfChiefExecutives_DoesNotGiveWhatWasCounted()
    {
        var shares = InFiveYears(Survival(_ => Rates.RateOf(ChiefExecutive)!.Value));
        Assert.True(shares.Zip(Counted).Max(pair => Math.Abs(pair.First - pair.Second)) > 0.1);
    }

    [Theory]
    [InlineData("chief-executive")]
    [InlineData("chief-finance-officer")]
    [InlineData("site-chief-executive")]
    public void Bands_OfExecutives_AreLowInTheFirstYearAndThenRiseAboveTheAverage(string family)
    {
        var bands = Rates.BandsOf(new FamilyKey(family));
        Assert.True(bands[0] is { FromYears: 0, Multiplier.Value: < 0.5 });
        Assert.True(bands[^1].Multiplier.Value > 1);
        Assert.Equal(bands.Select(band => band.Multiplier.Value).Order(), bands.Select(band => band.Multiplier.Value));
        Assert.All(bands, band => Assert.NotEmpty(band.Multiplier.Source));
    }

    [Theory]
    [InlineData("chair")]
    [InlineData("non-executive-director")]
    public void Bands_OfOfficeHolders_AreNone(string family) => Assert.Empty(Rates.BandsOf(new FamilyKey(family)));

    private static Func<double, double> HazardOf(FamilyKey family)
    {
        var (rate, bands) = (Rates.RateOf(family)!.Value, Rates.BandsOf(family));
        return years => rate * bands.Last(band => band.FromYears <= years).Multiplier.Value;
    }

    // Probability of still being in post after each step, by the midpoints of the steps.
    private static double[] Survival(Func<double, double> hazard)
    {
        var survival = new double[(int)(60 / Step)];
        var sum = 0.0;
        for (var at = 0; at < survival.Length; at++)
        {
            var part = hazard((at + 0.5) * Step) * Step;
            survival[at] = Math.Exp(-(sum + (part / 2)));
            sum += part;
        }

        return survival;
    }

    private static double MeanYears(double[] survival) => survival.Sum() * Step;

    // A stationary renewal process seen for five years. The first change comes with density S(u) / mean; none came when that lies beyond
    // the window, and one alone when the next holder outlasts the rest of it.
    private static double[] InFiveYears(double[] survival)
    {
        var (mean, window) = (MeanYears(survival), (int)(WindowYears / Step));
        var none = 1 - (survival.Take(window).Sum() * Step / mean);
        var one = Enumerable.Range(0, window).Sum(at => survival[at] * survival[window - 1 - at]) * Step / mean;
        return [none, one, 1 - none - one];
    }
}
