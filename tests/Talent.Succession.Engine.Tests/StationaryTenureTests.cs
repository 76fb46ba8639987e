using Talent.Succession.Engine.Calibration;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests;

/// <summary>Closed forms of renewal against the Poisson process, sums over small steps, and terms played one after the other.</summary>
public sealed class StationaryTenureTests
{
    private static readonly TenureHazard Rising = new([(0, 0.1), (1, 0.2), (4, 0.4)]);

    [Fact]
    public void HoldersWithin_ConstantRate_ArePoisson()
    {
        var (one, two, more) = new StationaryTenure(TenureHazard.Constant(0.3)).HoldersWithin(5);
        Assert.Equal(Math.Exp(-1.5), one, 1e-12);
        Assert.Equal(1.5 * Math.Exp(-1.5), two, 1e-12);
        Assert.Equal(1 - (2.5 * Math.Exp(-1.5)), more, 1e-12);
    }

    [Fact]
    public void HoldersWithin_RateThatRises_IsTheSumOverSmallSteps()
    {
        var (one, two, _) = new StationaryTenure(Rising).HoldersWithin(5);
        var mean = Sum(Rising.Survival, 200);
        Assert.Equal(1 - (Sum(Rising.Survival, 5) / mean), one, 1e-6);
        Assert.Equal(Sum(at => Rising.Survival(at) * Rising.Survival(5 - at), 5) / mean, two, 1e-6);
    }

    [Fact]
    public void HoldersWithin_RateThatRises_IsWhatManyPostsHave()
    {
        const int posts = 200_000;
        var random = new Random(3);
        var counts = new int[3];
        for (var post = 0; post < posts; post++)
        {
            var served = Rising.StationaryYears(random.NextDouble());
            var at = Rising.YearsUntil(Rising.Cumulated(served) - Math.Log(1 - random.NextDouble())) - served;
            var holders = 1;
            for (; at < 5; holders++) at += Rising.YearsUntil(-Math.Log(1 - random.NextDouble()));
            counts[Math.Min(holders, 3) - 1]++;
        }

        var (one, two, more) = new StationaryTenure(Rising).HoldersWithin(5);
        foreach (var (expected, count) in new[] { one, two, more }.Zip(counts))
            Assert.Equal(expected, count / (double)posts, 4 * Math.Sqrt(expected * (1 - expected) / posts));
    }

    [Fact]
    public void AppointedWithin_HalfOfThem_IsTheMedianOfTheYearsInPost() =>
        Assert.Equal(0.5, new StationaryTenure(Rising).AppointedWithin(Rising.StationaryYears(0.5)), 1e-12);

    [Fact]
    public void TimeVacant_ConstantRateAndFourAndAHalfMonths_Is797PerTenThousand()
    {
        var tenure = new StationaryTenure(TenureHazard.Constant(Math.Log(2) / 3));
        Assert.Equal(0.0797, tenure.TimeVacant(4.5 / 12), 0.00005);
    }

    [Fact]
    public void Constructor_SomeNeverLeave_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new StationaryTenure(new TenureHazard([(0, 0.5), (2, 0)])));

    private static double Sum(Func<double, double> of, double to)
    {
        const int steps = 200_000;
        var width = to / steps;
        return Enumerable.Range(0, steps).Sum(step => of((step + 0.5) * width)) * width;
    }
}
