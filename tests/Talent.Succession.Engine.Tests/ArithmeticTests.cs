using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Tests;

/// <summary>What each operation gives, refuses and says, by numbers worked out by hand.</summary>
public sealed class ArithmeticTests
{
    public static TheoryData<Operation, double[], double> Values => new()
    {
        { Operation.Sum, [], 0 },
        { Operation.Sum, [1, -2, 4], 3 },
        { Operation.Difference, [10], 10 },
        { Operation.Difference, [2, 3, 4], -5 },
        { Operation.PositiveDifference, [10, 3, 4], 3 },
        { Operation.PositiveDifference, [2, 3], 0 },
        { Operation.Product, [2, 3, 4], 24 },
        { Operation.Ratio, [3, 4], 0.75 },
        { Operation.Maximum, [-3, -1, -2], -1 },
        { Operation.SmallestKnown, [-1, -3, -2], -3 },
        { Operation.AnyHappens, [], 0 },
        { Operation.AnyHappens, [0.5, 0.5, 0.5], 0.875 },
        { Operation.AnyHappens, [1, 0.5], 1 },
        { Operation.HappensWithin, [0.34657359027997264, 2], 0.5 },
        { Operation.ShareOfTimeVacant, [2, 0.25], 1.0 / 3 },
        { Operation.ChainLength, [0.75], 4 },
        { Operation.SumOfReciprocals, [], 0 },
        { Operation.SumOfReciprocals, [2, 4, 5], 0.95 },
        { Operation.SumOfSquares, [], 0 },
        { Operation.SumOfSquares, [3, 4], 25 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void From_ExactParts_GivesTheClosedForm(Operation operation, double[] parts, double expected) =>
        Assert.Equal(expected, From(operation, [.. parts.Select(part => Known(part, part, part))]).Estimate.Value!.Value, 1e-12);

    public static TheoryData<Operation, double, double> Ends => new()
    {
        { Operation.Sum, 5, 9 },
        { Operation.Difference, -1, 3 },
        { Operation.PositiveDifference, 0, 3 },
        { Operation.Product, 6, 20 },
        { Operation.Ratio, 0.75, 2.5 },
        { Operation.Maximum, 3, 5 },
        { Operation.SmallestKnown, 2, 4 },
        { Operation.SumOfReciprocals, 0.45, 1.0 / 3 + 0.5 },
        { Operation.SumOfSquares, 13, 41 },
        { Operation.ShareOfTimeVacant, 6.0 / 7, 20.0 / 21 },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void From_PartsWithRanges_HasTheLeastAndTheMostItCanBe(Operation operation, double low, double high)
    {
        var found = From(operation, Known(4, 3, 5), Known(3, 2, 4)).Estimate;
        Assert.Equal((low, high), (found.Low, found.High), Close);
    }

    [Fact]
    public void From_ProbabilitiesWithRanges_HasTheLeastAndTheMostItCanBe()
    {
        var any = From(Operation.AnyHappens, Known(0.3, 0.2, 0.5), Known(0.2, 0.1, 0.5)).Estimate;
        Assert.Equal((0.28, 0.75), (any.Low, any.High), Close);
        var chain = From(Operation.ChainLength, Known(0.6, 0.5, 0.75)).Estimate;
        Assert.Equal((2, 4), (chain.Low, chain.High), Close);
    }

    [Fact]
    public void From_SmallestKnownBesideUnknown_IsTheKnownOneThatMayBeLess()
    {
        var found = From(
            Operation.SmallestKnown, Known(5, 4, 6), Explained.Missing("m", 1, 90, "days", "it"), Known(8, 7, 9)).Estimate;
        Assert.Equal(Estimate.Of(5, 1, 6), found);
    }

    [Fact]
    public void From_SmallestKnownOfUnknowns_MayBeAnyOfThem()
    {
        var found = From(
            Operation.SmallestKnown, Explained.Missing("m", 2, 5, "days", "it"), Explained.Missing("n", 1, 9, "days", "it")).Estimate;
        Assert.Equal(Estimate.Unknown(1, 9), found);
    }

    [Theory]
    [InlineData(Operation.Product, 0)]
    [InlineData(Operation.Difference, 0)]
    [InlineData(Operation.SmallestKnown, 0)]
    [InlineData(Operation.Ratio, 1)]
    [InlineData(Operation.Ratio, 3)]
    [InlineData(Operation.ShareOfTimeVacant, 1)]
    [InlineData(Operation.ShareOfTimeVacant, 3)]
    [InlineData(Operation.ChainLength, 0)]
    [InlineData(Operation.ChainLength, 2)]
    public void From_WrongNumberOfParts_IsRefused(Operation operation, int count) => Assert.Throws<ArgumentException>(
        "parts", () => From(operation, [.. Enumerable.Repeat(Known(0.5, 0.5, 0.5), count)]));

    [Theory]
    [InlineData(Operation.Product)]
    [InlineData(Operation.Ratio)]
    [InlineData(Operation.AnyHappens)]
    [InlineData(Operation.HappensWithin)]
    [InlineData(Operation.ShareOfTimeVacant)]
    [InlineData(Operation.SumOfSquares)]
    public void From_PartThatMayBeBelowZero_IsRefused(Operation operation) => Assert.Throws<ArgumentException>(
        "parts", () => From(operation, Known(0.5, -0.1, 0.5), Known(0.5, 0.5, 0.5)));

    [Theory]
    [InlineData(Operation.Sum, 0)]
    [InlineData(Operation.Difference, -1)]
    [InlineData(Operation.PositiveDifference, 0)]
    [InlineData(Operation.Maximum, 0.5)]
    [InlineData(Operation.SmallestKnown, -0.5)]
    public void From_PartBelowZeroWhereItMakesSense_IsTaken(Operation operation, double expected) =>
        Assert.Equal(expected, From(operation, Known(-0.5, -0.5, -0.5), Known(0.5, 0.5, 0.5)).Estimate.Value);

    [Fact]
    public void From_RatioOfZero_IsZero() => Assert.Equal(0, From(Operation.Ratio, Known(0, 0, 0), Known(2, 2, 2)).Estimate.Value);

    [Theory]
    [InlineData(Operation.Ratio)]
    [InlineData(Operation.SumOfReciprocals)]
    public void From_DivisorThatMayBeZero_IsRefused(Operation operation) =>
        Assert.Throws<ArgumentException>("parts", () => From(operation, Known(1, 1, 1), Known(1, 0, 1)));

    [Theory]
    [InlineData(Operation.AnyHappens, 1.1)]
    [InlineData(Operation.ChainLength, 1)]
    public void From_ProbabilityThatMayBeTooHigh_IsRefused(Operation operation, double high) =>
        Assert.Throws<ArgumentException>("parts", () => From(operation, Known(0.5, 0.5, high)));

    [Theory]
    [InlineData(Operation.Sum, "one (2 parts) + other")]
    [InlineData(Operation.Product, "one (2 parts) x other")]
    [InlineData(Operation.Difference, "one (2 parts) - other")]
    public void Formula_PartsOfTheSameName_AreCounted(Operation operation, string formula)
    {
        var one = Explained.Given("one", Estimate.Exact(1), "days", "a test");
        var other = Explained.Given("other", Estimate.Exact(1), "days", "a test");
        Assert.Equal(formula, From(operation, one, other, one).Formula);
    }

    [Fact]
    public void Formula_NoParts_SaysSo() => Assert.Equal("nothing", From(Operation.Sum).Formula);

    [Fact]
    public void Formula_TwoRoles_NamesEachPartByItsRole()
    {
        var exits = Explained.Given("exits", Estimate.Exact(1), "a year", "a test");
        var search = Explained.Given("search", Estimate.Exact(1), "years", "a test");
        Assert.EndsWith("h = exits, T = search", From(Operation.ShareOfTimeVacant, exits, search).Formula, StringComparison.Ordinal);
    }

    private static bool Close((double Low, double High) one, (double Low, double High) other) =>
        Math.Abs(one.Low - other.Low) < 1e-12 && Math.Abs(one.High - other.High) < 1e-12;

    private static Explained From(Operation operation, params Explained[] parts) => Explained.From("x", "days", operation, parts);

    private static Explained Known(double value, double low, double high) =>
        Explained.Given("known", Estimate.Of(value, low, high), "days", "a test");
}
