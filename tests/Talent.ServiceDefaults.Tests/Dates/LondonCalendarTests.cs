using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class LondonCalendarTests
{
    [Theory]
    [InlineData("2026-06-30T22:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01")]
    [InlineData("2026-12-31T23:59:59Z", "2026-12-31")]
    [InlineData("2027-01-01T00:00:00Z", "2027-01-01")]
    public void Today_NearMidnight_IsTheDayInLondon(string instant, string day)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), LondonCalendar.Today(time));
    }

    [Fact]
    public void LocalTime_InSummer_IsOneHourAhead() =>
        Assert.Equal(
            new DateTimeOffset(2026, 7, 1, 13, 0, 0, TimeSpan.FromHours(1)),
            LondonCalendar.LocalTime(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));
}
