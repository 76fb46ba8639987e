namespace Talent.ServiceDefaults.Tests;

public sealed class DayPeriodTests
{
    private static readonly DateOnly First = new(2026, 4, 1);
    private static readonly DateOnly Last = new(2026, 4, 30);
    private static readonly DayPeriod April = new(First, Last.AddDays(1));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Contains_AroundItsEnds_IsHalfOpen(int daysAfterTheStart, bool inside) =>
        Assert.Equal(inside, April.Contains(First.AddDays(daysAfterTheStart)));

    [Fact]
    public void Contains_WithoutKnownEnds_IsAlwaysTrue() => Assert.True(new DayPeriod(null, null).Contains(First));

    [Fact]
    public void Overlaps_PeriodThatStartsAtTheEnd_IsFalse() => Assert.False(April.Overlaps(new DayPeriod(April.End, null)));

    [Fact]
    public void Overlaps_PeriodThatSharesADay_IsTrue() => Assert.True(April.Overlaps(new DayPeriod(Last, null)));

    [Fact]
    public void Overlaps_EmptyPeriodInside_IsFalse() => Assert.False(April.Overlaps(new DayPeriod(Last, Last)));
}
