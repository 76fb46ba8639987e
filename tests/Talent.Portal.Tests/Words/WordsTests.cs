using Google.Protobuf.WellKnownTypes;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Tests.Words;

public sealed class WordsTests
{
    [Theory]
    [InlineData(1.0, "days", "1 day")]
    [InlineData(41.25, "days", "41.3 days")]
    [InlineData(1234.6, "weighted days", "1,235 weighted days")]
    [InlineData(0.5, "share", "50%")]
    [InlineData(0.0797, "probability", "7.97%")]
    [InlineData(3, "", "3")]
    [InlineData(-0.001, "days", "0 days")]
    public void Say_ANumber_IsAsPeopleReadIt(double value, string unit, string words) => Assert.Equal(words, Numbers.Say(value, unit));

    [Fact]
    public void Say_ANumberThatIsNotKnown_IsNotNought() => Assert.Equal("not known", Numbers.Say(new ExplainedNumber { Unit = "days" }));

    [Fact]
    public void Say_ADay_IsWrittenOut() => Assert.Equal("22 November 2026", Dates.Say(new DateOnly(2026, 11, 22)));

    [Fact]
    public void Say_AnInstantInSummer_IsLondonTime() =>
        Assert.Equal("1 July 2026 at 3:30pm", Dates.Say(Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 7, 1, 14, 30, 0, TimeSpan.Zero))));

    [Fact]
    public void SayLastDay_OfAHalfOpenPeriod_IsTheDayBefore() =>
        Assert.Equal("31 March 2026", Dates.SayLastDay(new DateOnly(2026, 4, 1).ToDate()));

    [Fact]
    public void Say_CoverageWithSeveralReliances_CountsThemTogether()
    {
        var coverage = new Coverage { Posts = 9, CoveredOnPaper = 8, CoveredIfItHappened = 4 };
        coverage.SharedReliances.Add(Reliance(3, 1));
        coverage.SharedReliances.Add(Reliance(2, 0));

        Assert.Equal(
            "8 of 9 posts covered on paper, 4 if it happened: these five rely on one person",
            CoverageSentence.Say(coverage));
    }

    [Fact]
    public void Say_ReadinessThatIsNotKnown_NeverSoundsReady() => Assert.Equal("not known", ReadinessWords.Say(new Readiness(), ready: false));

    private static SharedReliance Reliance(int posts, int people) => new()
    {
        PostIds = { Enumerable.Range(0, posts).Select(index => $"post-{index}") },
        PersonIds = { Enumerable.Range(0, people).Select(index => $"person-{index}") },
    };
}
