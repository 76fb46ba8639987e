using Talent.Succession.Engine.Flows;

namespace Talent.Succession.Engine.Tests;

public sealed class AbsorbingChainTests
{
    private static readonly SquareMatrix TriDiagonal = new([[0, .5, 0], [.5, 0, .5], [0, .5, 0]]);

    [Fact]
    public void Visits_TriDiagonalHalf_GivesThePublishedMatrix()
    {
        var visits = new AbsorbingChain(TriDiagonal).Visits;
        double[][] expected = [[1.5, 1, .5], [1, 2, 1], [.5, 1, 1.5]];
        Assert.All(Enumerable.Range(0, 9), at => Assert.Equal(expected[at / 3][at % 3], visits[at / 3, at % 3], 1e-12));
    }

    [Fact]
    public void Steps_TriDiagonalHalf_GivesThePublishedNumbers() => AssertClose([3, 4, 3], new AbsorbingChain(TriDiagonal).Steps());

    [Fact]
    public void EndsIn_GamblersRuin_GivesTheClosedForm()
    {
        // Start i of 4, probability p of going up: ((q/p)^i - 1) / ((q/p)^4 - 1) ends at the top.
        const double up = 0.6, ratio = (1 - up) / up;
        var chain = new AbsorbingChain(
            new SquareMatrix([[0, up, 0], [1 - up, 0, up], [0, 1 - up, 0]]), [[1 - up, 0], [0, 0], [0, up]]);
        double Top(int start) => (Math.Pow(ratio, start) - 1) / (Math.Pow(ratio, 4) - 1);
        AssertClose([Top(1), Top(2), Top(3)], chain.EndsIn(1));
        AssertClose([1 - Top(1), 1 - Top(2), 1 - Top(3)], chain.EndsIn(0));
    }

    [Fact]
    public void VarianceOfSteps_SingleState_IsThatOfTheGeometricDistribution()
    {
        var chain = new AbsorbingChain(new SquareMatrix([[0.75]]));
        AssertClose([0.75 / (0.25 * 0.25)], chain.VarianceOfSteps());
    }

    [Fact]
    public void VarianceOfSteps_TwoStatesInARow_IsTheSumOfTheirVariances()
    {
        // The time in each is geometric, and they are independent.
        var chain = new AbsorbingChain(new SquareMatrix([[0.75, 0.25], [0, 0.4]]));
        AssertClose([(0.75 / (0.25 * 0.25)) + (0.4 / (0.6 * 0.6)), 0.4 / (0.6 * 0.6)], chain.VarianceOfSteps());
    }

    [Fact]
    public void Endings_ChainWithoutStates_AreNone() => Assert.Equal(0, new AbsorbingChain(new SquareMatrix([])).Endings);

    [Fact]
    public void Visits_StateNeverLeft_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new AbsorbingChain(new SquareMatrix([[1]])).Visits);

    [Fact]
    public void Constructor_RowAboveOne_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new AbsorbingChain(new SquareMatrix([[0.5]]), [[0.6]]));

    [Fact]
    public void Constructor_NegativeProbability_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new AbsorbingChain(new SquareMatrix([[-0.5]])));

    [Fact]
    public void Constructor_EndingsOfUnequalLength_IsRefused() => Assert.Throws<ArgumentException>(
        () => new AbsorbingChain(new SquareMatrix([[0, 0], [0, 0]]), [[1], [0.5, 0.5]]));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void EndsIn_UnknownState_IsRefusedByName(int ending) => Assert.Throws<ArgumentOutOfRangeException>(
        nameof(ending), () => new AbsorbingChain(new SquareMatrix([[0.5]]), [[0.2, 0.3]]).EndsIn(ending));

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> found)
    {
        foreach (var (one, other) in expected.Zip(found)) Assert.Equal(one, other, 1e-9);
    }
}
