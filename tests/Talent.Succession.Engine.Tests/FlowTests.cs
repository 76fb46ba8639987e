using Talent.Succession.Engine.Flows;

namespace Talent.Succession.Engine.Tests;

public sealed class FlowTests
{
    private static readonly StaffFlow Staffing = new(new SquareMatrix(
        [[.50, .10, .05, 0], [.05, .60, .10, 0], [.05, 0, .80, .10], [0, 0, 0, .70]]));

    private static readonly double[] Start = [300, 200, 50, 30];

    [Fact]
    public void Next_StaffingCase_GivesThePublishedNumbers()
    {
        var first = Staffing.Next(Start);
        AssertClose([162.5, 150, 75, 26], first);
        AssertClose([92.5, 106.25, 83.125, 25.7], Staffing.Next(first));
    }

    [Fact]
    public void Exits_StaffingCase_GivesThePublishedNumber() => Assert.Equal(166.5, Staffing.Exits(Start), 1e-9);

    [Fact]
    public void FundamentalMatrix_TriDiagonalHalves_GivesThePublishedMatrix()
    {
        var chain = new StaffFlow(new SquareMatrix([[0, .5, 0], [.5, 0, .5], [0, .5, 0]])).FundamentalMatrix();
        AssertClose([1.5, 1, .5], chain.Row(0));
        AssertClose([1, 2, 1], chain.Row(1));
        AssertClose([.5, 1, 1.5], chain.Row(2));
    }

    [Fact]
    public void FundamentalMatrix_StateNobodyLeaves_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new StaffFlow(new SquareMatrix([[1]])).FundamentalMatrix());

    [Fact]
    public void Constructor_RowAboveOne_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new StaffFlow(new SquareMatrix([[.6, .5], [0, 1]])));

    [Fact]
    public void Next_NotOneNumberForEachLevel_IsRefused() =>
        Assert.Throws<ArgumentException>("staff", () => Staffing.Next([300, 200, 50, 30, 10]));

    [Fact]
    public void Exits_NotOneNumberForEachLevel_IsRefused() =>
        Assert.Throws<ArgumentException>("staff", () => Staffing.Exits([300, 200, 50, 30, 10]));

    [Fact]
    public void Constructor_RowsNotSquare_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SquareMatrix([[1, 2]]));

    [Fact]
    public void Constructor_OneRowTooShort_IsRefused() =>
        Assert.Throws<ArgumentException>("rows", () => new SquareMatrix([[0.1, 0.2], [0.3]]));

    [Fact]
    public void Constructor_NumberThatIsNotFinite_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SquareMatrix([[double.NaN]]));

    [Fact]
    public void Constructor_PartBelowZero_IsRefused() =>
        Assert.Throws<ArgumentException>("moves", () => new StaffFlow(new SquareMatrix([[0.5, -0.1], [0, 0]])));

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }
}
