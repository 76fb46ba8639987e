using Grpc.Core;
using Talent.Types.V1;

namespace Talent.ServiceDefaults.Tests;

public sealed class DateConversionsTests
{
    private static readonly DateOnly Leap = new(2028, 2, 29);

    [Fact]
    public void ToDay_OfWhatToDateMade_IsTheSameDay() => Assert.Equal(Leap, Leap.ToDate().ToDay("start"));

    [Fact]
    public void ToDay_Unset_IsNotKnown() => Assert.Null(((Date?)null).ToDay("start"));

    [Fact]
    public void ToDate_NotKnown_StaysUnset() => Assert.Null(((DateOnly?)null).ToDate());

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2026, 0, 1)]
    [InlineData(2026, 13, 1)]
    [InlineData(2026, 1, 0)]
    [InlineData(2026, 2, 29)]
    [InlineData(10000, 1, 1)]
    [InlineData(2026, -1, 1)]
    public void ToDay_NoSuchDay_NamesTheField(int year, int month, int day)
    {
        var exception = Assert.Throws<RpcException>(() => new Date { Year = year, Month = month, Day = day }.ToDay("post.start"));

        Assert.Equal("post.start", Assert.Single(exception.GetDetails().Fields).Field);
    }

    [Fact]
    public void ToRequiredDay_Unset_NamesTheField()
    {
        var exception = Assert.Throws<RpcException>(() => ((Date?)null).ToRequiredDay("as_of"));

        Assert.Equal("as_of", Assert.Single(exception.GetDetails().Fields).Field);
    }

    [Fact]
    public void ToDayPeriod_OfWhatToPeriodMade_IsTheSamePeriod()
    {
        var period = new DayPeriod(Leap, End: null);

        Assert.Equal(period, period.ToPeriod().ToDayPeriod("period"));
    }

    [Fact]
    public void ToDayPeriod_Unset_HasNeitherStartNorEnd() => Assert.Equal(new DayPeriod(null, null), ((Period?)null).ToDayPeriod("period"));

    [Fact]
    public void ToDayPeriod_EndOnTheStart_NamesTheEnd()
    {
        var empty = new Period { Start = Leap.ToDate(), End = Leap.ToDate() };

        var exception = Assert.Throws<RpcException>(() => empty.ToDayPeriod("served"));

        Assert.Equal("served.end", Assert.Single(exception.GetDetails().Fields).Field);
    }

    [Fact]
    public void ToDayPeriod_EndThatDoesNotExist_NamesTheEnd()
    {
        var wrong = new Period { End = new Date { Year = 2026, Month = 2, Day = 30 } };

        var exception = Assert.Throws<RpcException>(() => wrong.ToDayPeriod("served"));

        Assert.Equal("served.end", Assert.Single(exception.GetDetails().Fields).Field);
    }
}
