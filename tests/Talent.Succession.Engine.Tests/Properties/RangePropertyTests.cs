using FsCheck;
using FsCheck.Fluent;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Sensitivity;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Properties;

/// <summary>What holds of the intervals of any figure and any group, whatever is unknown.</summary>
public sealed class RangePropertyTests
{
    private const int Few = 30;
    private const ulong Seed = 11;

    private static readonly RangeDepth Depth = new(20, 2, 0.5);

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(0.7, 0.5, 0.9),
        AcceptsFromOutside = GroupBuilder.Number(0.4, 0.1, 0.8),
        YearsBeforeMovingAgain = GroupBuilder.Number(1, 0.5, 2),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.24, 0.1, 0.4),
        InterimCoverQuality = GroupBuilder.Number(0.5, 0, 1),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    // A figure of 100 with the ends of its trials, and what unknowns shift it by.
    private static Arbitrary<(Estimate OfTrials, (double Low, double High)[] Shifts)> Figures { get; } = Arb.From(
        from below in Gen.Choose(0, 20)
        from above in Gen.Choose(0, 20)
        from shifts in Gen.ListOf(Gen.Choose(-60, 60).Zip(Gen.Choose(-60, 60), (low, high) => ((double)low, (double)high)))
        select (Estimate.Of(100, 100 - below, 100 + above), shifts.ToArray()));

    [Fact]
    public void Of_AnyFigure_HoldsTheIntervalOfTheTrials() => Cases.Check(Figures, figure =>
    {
        var widened = Widen(figure.OfTrials, figure.Shifts).Widened;

        Assert.True(widened.Low <= figure.OfTrials.Low + 1e-9 && widened.High >= figure.OfTrials.High - 1e-9);
    });

    [Fact]
    public void Of_AFurtherUnknown_NeverNarrowsTheInterval() => Cases.Check(Figures, figure =>
    {
        if (figure.Shifts.Length == 0) return;
        var (fewer, all) = (Widen(figure.OfTrials, figure.Shifts[1..]).Widened, Widen(figure.OfTrials, figure.Shifts).Widened);

        Assert.True(all.Low <= fewer.Low + 1e-9 && all.High >= fewer.High - 1e-9);
    });

    [Fact]
    public void Of_AnEffectTwiceAsGreat_NeverNarrowsTheInterval() => Cases.Check(Figures, figure =>
    {
        if (figure.Shifts.Length == 0) return;
        var ((low, high), rest) = (figure.Shifts[0], figure.Shifts[1..]);
        var (before, after) = (Widen(figure.OfTrials, figure.Shifts), Widen(figure.OfTrials, [(2 * low, 2 * high), .. rest]));

        Assert.True(after.Widened.Low <= before.Widened.Low + 1e-9 && after.Widened.High >= before.Widened.High - 1e-9);
    });

    [Fact]
    public void Of_UnknownsInAnotherOrder_GiveTheSameBytes() => Cases.Check(Figures, figure => Assert.Equal(
        Widen(figure.OfTrials, figure.Shifts).Widened, Widen(figure.OfTrials, [.. figure.Shifts.Reverse()]).Widened));

    [Fact]
    public void Of_AnyFigure_SaysOfEachUnknownHowMuchNarrowerItWouldBe() => Cases.Check(Figures, figure =>
    {
        var shifts = figure.Shifts.Distinct().ToArray();
        var whole = Width(Widen(figure.OfTrials, shifts));
        foreach (var effect in Widen(figure.OfTrials, shifts).Effects)
        {
            var others = shifts.Where(shift => shift != (effect.Unknown.Low, effect.Unknown.High));
            var without = Widen(figure.OfTrials, [.. others]);
            Assert.Equal(whole - Width(without), effect.Narrower, 1e-9);
        }
    });

    [Fact]
    public void Of_AnyGroup_IsTheSameOnAnyNumberOfThreadsAndInAnyOrder() => Cases.Check(
        GroupPlan.Any.Generator.Zip(Gen.Choose(1, 1000)).ToArbitrary(),
        pair =>
        {
            var group = pair.Item1.Group();
            var shuffled = group.BuildShuffled(new System.Random(pair.Item2));

            Assert.Equal(Shown(Play(new SimulationModel(group.Build(), GroupBuilder.Data, Rules), threads: 1)),
                Shown(Play(new SimulationModel(shuffled, GroupBuilder.Data, Rules), threads: 3)));
        },
        Few);

    private static GroupRanges Play(SimulationModel model, int threads) =>
        GroupRanges.Of(Simulator.RunToCompare(model, Seed, 40, threads), GroupBuilder.Data, Depth, threads);

    private static IEnumerable<(Estimate Widened, string Effects)> Shown(GroupRanges ranges) => ranges.Posts
        .SelectMany(post => post.FallsVacant.Append(post.UncoveredDays).Append(post.LongVacancy)).Append(ranges.UncoveredDays)
        .Concat(ranges.BothMissing.SelectMany(missing => new[] { missing.Happens, missing.Days }))
        .Select(figure => (figure.Widened, string.Join(';', figure.Effects.Select(effect =>
            FormattableString.Invariant($"{effect.Unknown.Name} {effect.AtLow:R} {effect.AtHigh:R} {effect.Narrower:R}")))));

    // The range of an unknown tells here which shift it was.
    private static RangedFigure Widen(Estimate ofTrials, (double Low, double High)[] shifts) => RangedFigure.Of(
        ofTrials, shifts.Select(shift => new Shift(new Unknown("it", "days", shift.Low, shift.High), shift.Low, shift.High)),
        double.NegativeInfinity, double.PositiveInfinity);

    private static double Width(RangedFigure figure) => figure.Widened.High - figure.Widened.Low;
}
