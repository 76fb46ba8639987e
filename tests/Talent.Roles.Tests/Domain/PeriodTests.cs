using FsCheck.Fluent;
using Talent.Roles.Domain;

namespace Talent.Roles.Tests.Domain;

public class PeriodTests
{
    [Fact]
    public void Inclusive_ALastDay_HoldsThatDayAndNotTheNext()
    {
        var period = Period.Inclusive(new(2020, 3, 1), new DateOnly(2020, 3, 26));

        Assert.True(period.Contains(new(2020, 3, 26)));
        Assert.False(period.Contains(new(2020, 3, 27)));
    }

    [Fact]
    public void Constructor_AnEndNotAfterTheStart_Refuses() =>
        Assert.Throws<RuleException>(() => new Period(new(2026, 1, 1), new DateOnly(2026, 1, 1)));

    [Fact]
    public void Intersect_AnyTwoPeriods_HoldsExactlyTheDaysOfBoth()
    {
        var day = Gen.Choose(0, 20).Select(offset => new DateOnly(2026, 1, 1).AddDays(offset));
        var bound = Gen.OneOf(day.Select(one => (DateOnly?)one), Gen.Constant((DateOnly?)null));
        var period = bound.Zip(bound)
            .Where(pair => pair.Item1 is null || pair.Item2 is null || pair.Item1 < pair.Item2)
            .Select(pair => new Period(pair.Item1, pair.Item2));

        Properties.Hold(Prop.ForAll(period.ToArbitrary(), period.ToArbitrary(), day.ToArbitrary(), (one, other, on) =>
            (one.Intersect(other)?.Contains(on) ?? false) == (one.Contains(on) && other.Contains(on))));
    }
}
