using Talent.Succession.Engine.Pipelines;

namespace Talent.Succession.Engine.Tests.Pipelines;

public sealed class CountDistributionTests
{
    [Fact]
    public void OfEvents_FewOfUnequalProbability_IsTheSumOverAllOutcomes()
    {
        var random = new Random(1);
        for (var size = 0; size <= 10; size++)
        {
            double[] probabilities = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble())];
            var masses = new double[size + 1];
            for (var outcome = 0; outcome < 1 << size; outcome++)
            {
                masses[System.Numerics.BitOperations.PopCount((uint)outcome)] += Enumerable.Range(0, size)
                    .Aggregate(1.0, (all, at) => all * (((outcome >> at) & 1) == 1 ? probabilities[at] : 1 - probabilities[at]));
            }

            var count = CountDistribution.OfEvents(probabilities);
            for (var number = 0; number <= size; number++) Assert.Equal(masses[number], count.At(number), 1e-12);
            Assert.Equal(probabilities.Sum(), count.Mean, 1e-12);
            Assert.Equal(0, count.At(size + 1) + count.At(-1));
        }
    }

    [Fact]
    public void OfEvents_EqualProbabilities_IsBinomial()
    {
        var count = CountDistribution.OfEvents(Enumerable.Repeat(0.3, 20));
        for (var number = 0; number <= 20; number++) Assert.Equal(Binomial.At(20, 0.3, number), count.At(number), 1e-12);
        foreach (var share in new[] { 0.1, 0.5, 0.9 }) Assert.Equal(Binomial.Quantile(20, 0.3, share), count.Quantile(share));
    }

    [Fact]
    public void OfEvents_AnyOrder_GivesTheSameBytes()
    {
        double[] probabilities = [.. Enumerable.Range(1, 30).Select(at => 1.0 / at)];
        var one = CountDistribution.OfEvents(probabilities);
        var other = CountDistribution.OfEvents(probabilities.Reverse());
        for (var number = 0; number <= 30; number++) Assert.Equal(one.At(number), other.At(number));
    }

    [Fact]
    public void Minus_TwoNumbers_IsTheirDifferenceBelowZeroToo()
    {
        var less = CountDistribution.OfEvents([0.5]).Minus(CountDistribution.OfEvents([0.25, 1]));
        Assert.Equal((-2, 1), (less.Least, less.Most));
        Assert.Equal([0.125, 0.5, 0.375, 0], new[] { less.At(-2), less.At(-1), less.At(0), less.At(1) });
        Assert.Equal(-0.75, less.Mean, 1e-12);
    }

    [Fact]
    public void Mixture_TwoNumbers_HasEachWithItsProbability()
    {
        var mixed = CountDistribution.Mixture([(0.25, CountDistribution.Certain(3)), (0.75, CountDistribution.Certain(0))]);
        Assert.Equal((0.75, 0.25, 0.75), (mixed.At(0), mixed.At(3), mixed.Mean));
    }

    [Fact]
    public void Sum_NoParts_IsCertainlyNone()
    {
        var none = CountDistribution.Sum([]);
        Assert.Equal((0, 0, 1.0), (none.Least, none.Most, none.At(0)));
    }

    [Fact]
    public void Plus_TwoNumbers_AddsTheirLeastAndMost()
    {
        var sum = CountDistribution.Certain(-3).Plus(CountDistribution.OfEvents([0.5, 0.5]));
        Assert.Equal((-3, -1), (sum.Least, sum.Most));
        Assert.Equal([0.25, 0.5, 0.25], new[] { sum.At(-3), sum.At(-2), sum.At(-1) });
    }

    [Theory]
    [InlineData(0.25, 0)]
    [InlineData(0.26, 1)]
    [InlineData(0.75, 1)]
    [InlineData(0.76, 2)]
    [InlineData(0.999, 2)]
    public void Quantile_ShareReachedExactly_IsTheNumberThatReachesIt(double share, int expected) =>
        Assert.Equal(expected, CountDistribution.OfEvents([0.5, 0.5]).Quantile(share));

    [Fact]
    public void Quantile_ShareLostToRounding_IsStillReached() =>
        // Ten tenths add up to a little less than 1.
        Assert.Equal(9, CountDistribution.Mixture(
            Enumerable.Range(0, 10).Select(at => (0.1, CountDistribution.Certain(at)))).Quantile(1 - 1e-16));

    [Fact]
    public void Quantile_NoShare_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("share", () => CountDistribution.Certain(0).Quantile(0));

    [Fact]
    public void Mixture_ProbabilityBelowZero_IsRefused() => Assert.Throws<ArgumentException>(
        () => CountDistribution.Mixture([(-0.5, CountDistribution.Certain(0)), (1.5, CountDistribution.Certain(1))]));

    [Fact]
    public void Mixture_ProbabilitiesThatAddUpToLess_AreRefused() => Assert.Throws<ArgumentException>(
        "parts", () => CountDistribution.Mixture([(0.5, CountDistribution.Certain(0)), (0.4, CountDistribution.Certain(1))]));

    [Fact]
    public void Distributions_WrongInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => CountDistribution.OfEvents([1.1]));
        Assert.Throws<ArgumentException>(() => CountDistribution.OfEvents([double.NaN]));
        Assert.Throws<ArgumentException>(() => CountDistribution.Mixture([(0.5, CountDistribution.Certain(0))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountDistribution.Certain(0).Quantile(1));
    }
}

/// <summary>The binomial distribution by its definition.</summary>
internal static class Binomial
{
    public static double At(int size, double probability, int number) => Enumerable.Range(1, number)
        .Aggregate(1.0, (ways, at) => ways * (size - number + at) / at)
        * Math.Pow(probability, number) * Math.Pow(1 - probability, size - number);

    public static int Quantile(int size, double probability, double share)
    {
        var (number, sum) = (0, At(size, probability, 0));
        while (sum < share) sum += At(size, probability, ++number);
        return number;
    }
}
