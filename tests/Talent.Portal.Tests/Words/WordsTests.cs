using Google.Protobuf.WellKnownTypes;
using Talent.Portal.Doubles;
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
    public void Say_CoverageWithPostsForWhichNobodyIsReady_DoesNotSayThatTheyRelyOnSomebody()
    {
        var coverage = new Coverage { Posts = 12, CoveredOnPaper = 12, CoveredIfItHappened = 7 };
        coverage.SharedReliances.AddRange([Reliance(5, 2), Reliance(1, 0), Reliance(1, 0)]);

        Assert.Equal(
            "12 of 12 posts covered on paper, 7 if it happened: these five rely on two people, and for two more no one is ready",
            CoverageSentence.Say(coverage));
    }

    [Fact]
    public void Say_SeveralReliances_HasAClauseForEachLargestFirst() => Assert.Equal(
        "these five rely on two people, these three on one person, and for one more no one is ready",
        CoverageSentence.Say([Reliance(3, 1), Reliance(1, 0), Reliance(5, 2)]));

    [Theory]
    [InlineData(2, "for two posts no one is ready")]
    [InlineData(1, "for one post no one is ready")]
    public void Say_NobodyReadyAnywhere_SaysForHowMany(int posts, string sentence) => Assert.Equal(
        sentence, CoverageSentence.Say([.. Enumerable.Range(0, posts).Select(_ => Reliance(1, 0))]));

    [Fact]
    public void Say_OneReliance_HasOneClause() => Assert.Equal("these two rely on one person", CoverageSentence.Say([Reliance(2, 1)]));

    [Fact]
    public void SayShares_AllOnPaperAndHalfIfItHappened_SaysBoth() => Assert.Equal(
        "By the usual count 100% of the posts are covered. If it happened, 50% would be: each person can take over one post alone.",
        CoverageSentence.SayShares(new Coverage { Posts = 4, CoveredOnPaper = 4, CoveredIfItHappened = 2 }));

    // Whoever goes where, as many posts stay bare as a set has more posts than people.
    [Fact]
    public void InventedBoard_Coverage_IsOneThatPeopleCountedOnceCanGive()
    {
        var coverage = InventedBoard.Coverage();
        var bare = coverage.SharedReliances.Sum(each => each.PostIds.Count - each.PersonIds.Count);
        Assert.Equal(coverage.Posts - bare, coverage.CoveredIfItHappened);
        Assert.Equal(coverage.CoveredOnPaper, InventedBoard.Make(1, chiefExecutiveVacant: false).Rows.Count(row => row.Named > 0));
    }

    [Theory]
    [InlineData(91, "three months")]
    [InlineData(30, "one month")]
    [InlineData(183, "six months")]
    [InlineData(100, "100 days")]
    [InlineData(1, "1 day")]
    public void Span_OfDays_IsInMonthsWhereItIsWholeMonths(int days, string words) => Assert.Equal(words, Numbers.Span(days));

    [Fact]
    public void Say_ConfirmedCover_SaysWithinWhichTime()
    {
        Assert.Equal("Ready within three months", Vocabulary.Say(Cover.Confirmed, 91));
        Assert.Contains("certainly ready within three months", Vocabulary.Explain(Cover.Confirmed, 91), StringComparison.Ordinal);
        Assert.Equal("Ready within a time that is not known", Vocabulary.Say(Cover.Confirmed, 0));
    }

    [Fact]
    public void Places_PostsThatShareOne_AreMarked()
    {
        BoardRow[] rows = [new() { Place = 1 }, new() { Place = 2, PlaceWithEqualWeights = 1 }, new() { Place = 2 }];
        var places = new Places(rows);
        Assert.Equal(["1", "2=", "2="], rows.Select(places.Of));
        Assert.Equal(["not known", "1", "not known"], rows.Select(places.WithEqualWeights));
    }

    [Fact]
    public void Say_ReadinessThatIsNotKnown_NeverSoundsReady() => Assert.Equal("not known", ReadinessWords.Say(new Readiness(), ready: false));

    private static SharedReliance Reliance(int posts, int people) => new()
    {
        PostIds = { Enumerable.Range(0, posts).Select(index => $"post-{index}") },
        PersonIds = { Enumerable.Range(0, people).Select(index => $"person-{index}") },
    };
}
