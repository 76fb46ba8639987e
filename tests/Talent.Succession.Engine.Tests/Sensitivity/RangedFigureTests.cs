using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Sensitivity;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Sensitivity;

public sealed class RangedFigureTests
{
    private static readonly Estimate OfTrials = Estimate.Of(20, 17, 24);

    [Fact]
    public void Of_NoUnknown_KeepsTheIntervalOfTheTrials() => Assert.Equal(OfTrials, Widen().Widened);

    [Fact]
    public void Of_AnEffectOnEachSide_AddsInQuadratureOnItsOwnSide() =>
        // 3, 4, 5 below and 4, 3, 5 above.
        Assert.Equal(Estimate.Of(20, 15, 25), Widen(Shift("a", -4, 3)).Widened);

    [Fact]
    public void Of_BothEndsOnOneSide_WidensThatSideByTheFarther() =>
        Assert.Equal(Estimate.Of(20, 17, 20 + Math.Sqrt(16 + 36)), Widen(Shift("a", 2, 6)).Widened);

    [Fact]
    public void Of_SeveralUnknowns_TakesTheRootOfTheSumOfSquares() =>
        Assert.Equal(20 - Math.Sqrt(9 + 16 + 144), Widen(Shift("a", -4, 0), Shift("b", 0, -12)).Widened.Low);

    [Fact]
    public void Of_AnEffect_SaysHowMuchNarrowerTheIntervalWouldBeWithoutIt()
    {
        var effect = Assert.Single(Widen(Shift("a", -4, 3)).Effects);
        Assert.Equal((16, 23, (5 - 3) + (5 - 4)), (effect.AtLow, effect.AtHigh, effect.Narrower));
    }

    [Fact]
    public void Of_Effects_BeginWithWhatWidensMost() => Assert.Equal(
        ["great", "middle", "small"],
        Widen(Shift("small", -1, 1), Shift("great", -9, 0), Shift("middle", 0, 5)).Effects.Select(effect => effect.Unknown.Name));

    [Fact]
    public void Of_AnUnknownThatMovesNothing_IsNoEffect() => Assert.Empty(Widen(Shift("a", 0, 0)).Effects);

    [Fact]
    public void Of_MoreThanTheFigureCanBe_EndsThere()
    {
        var figure = RangedFigure.Of(Estimate.Exact(0.9), [Shift("a", -2, 0.5)], 0, 1);
        Assert.Equal(Estimate.Of(0.9, 0, 1), figure.Widened);
        Assert.Equal((0, 1), (figure.Effects[0].AtLow, figure.Effects[0].AtHigh));
    }

    [Fact]
    public void Of_AFigureThatIsUnknown_IsRefused() => Assert.Throws<ArgumentException>(
        () => RangedFigure.Of(Estimate.Unknown(0, 1), [], 0, 1));

    [Fact]
    public void Of_AFigureOutsideOfWhatItCanBe_IsRefused() => Assert.Throws<ArgumentException>(
        () => RangedFigure.Of(Estimate.Exact(2), [], 0, 1));

    [Fact]
    public void Of_TwoIndependentUnknowns_HoldsFourInFiveOfWhatTheFigureMayBe()
    {
        // Brute force over the share of time vacant, hT / (1 + hT), where both follow a normal distribution.
        double[] exits = Quantiles(0.27, 0.23, 0.31), years = Quantiles(0.375, 0.3, 0.45);
        static double Vacant(double hazard, double time) => hazard * time / (1 + (hazard * time));
        double[] all = [.. exits.SelectMany(hazard => years.Select(time => Vacant(hazard, time))).Order()];
        var value = Vacant(0.27, 0.375);
        var widened = RangedFigure.Of(
            Estimate.Exact(value),
            [
                new Shift(new Unknown("exits", "a year", 0.23, 0.31), Vacant(0.23, 0.375) - value, Vacant(0.31, 0.375) - value),
                new Shift(new Unknown("time", "years", 0.3, 0.45), Vacant(0.27, 0.3) - value, Vacant(0.27, 0.45) - value),
            ],
            0, 1).Widened;
        Assert.Equal(0.1, all.Count(each => each < widened.Low) / (double)all.Length, 0.01);
        Assert.Equal(0.9, all.Count(each => each < widened.High) / (double)all.Length, 0.01);

        static double[] Quantiles(double middle, double low, double high) =>
        [
            .. Enumerable.Range(0, 400).Select(at => NormalQuantile.Of((at + 0.5) / 400))
                .Select(normal => middle + (normal * (high - low) / (2 * NormalQuantile.Of(0.9)))),
        ];
    }

    private static RangedFigure Widen(params Shift[] shifts) => RangedFigure.Of(OfTrials, shifts, 0, double.PositiveInfinity);

    private static Shift Shift(string name, double low, double high) => new(new Unknown(name, "days", 0, 1), low, high);
}
