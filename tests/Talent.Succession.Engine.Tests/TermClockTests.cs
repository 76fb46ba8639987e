using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Tests;

public sealed class TermClockTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    [Fact]
    public void Of_ChairInCommon_HasOneClockForEachBoard()
    {
        var clocks = Clocks(Today.AddYears(-1), [("A", Today.AddYears(-7)), ("B", Today.AddYears(-1)), ("C", null)]);
        Assert.Equal(["A", "B", "C"], clocks.Select(clock => clock.Board.Value));
        Assert.Equal([TermState.WithinTerm, TermState.WithinTerm, TermState.Unknown], clocks.Select(clock => clock.State));
    }

    [Theory]
    [InlineData(-6, 1, TermState.WithinTerm)]
    [InlineData(-6, 0, TermState.NeedsReview)]
    [InlineData(-9, 1, TermState.NeedsReview)]
    [InlineData(-9, 0, TermState.AtLimit)]
    public void Of_ChairFromTheStart_ReviewsAtSixYearsAndEndsAtNine(int years, int days, TermState expected)
    {
        var first = Today.AddYears(years).AddDays(days);
        Assert.Equal(expected, Clocks(first, [("A", first)]).Single().State);
    }

    [Fact]
    public void Of_MemberForThreeYearsThenChairForThree_NeedsNoReview()
    {
        var clock = Clocks(Today.AddYears(-3), [("A", Today.AddYears(-6))]).Single();
        Assert.Equal(TermState.WithinTerm, clock.State);
        Assert.Equal(Today.AddYears(3), clock.Limit);
    }

    [Fact]
    public void Of_ReviewWouldFallAfterTheLimit_IsTheLimit()
    {
        var clock = Clocks(Today.AddYears(-1), [("A", Today.AddYears(-8))]).Single();
        Assert.Equal(clock.Limit, clock.ReviewFrom);
    }

    [Fact]
    public void Of_FamilyTheCodeDoesNotLimit_HasNoClock() =>
        Assert.Empty(Clocks(Today.AddYears(-1), [("A", Today.AddYears(-20))], GroupBuilder.ChiefExecutive));

    [Fact]
    public void Of_BoardTheHolderLeft_HasNoClock()
    {
        var snapshot = new GroupBuilder().Post("p", serves: ["A", "B"], family: GroupBuilder.Chair)
            .Appoint("p", "h", boards: [new(new("B"), Today.AddYears(-1))], left: ["A"]).Build();
        var clock = Assert.Single(TermClock.Of(snapshot.Appointments[0], snapshot.Posts[0], GroupBuilder.Data.Thresholds, Today));
        Assert.Equal(("B", TermState.WithinTerm), (clock.Board.Value, clock.State));
    }

    [Fact]
    public void Of_ChairWhoJoinedTheBoardAfterTheSeat_IsReviewedFromTheBoard()
    {
        var clock = Clocks(Today.AddYears(-7), [("A", Today.AddYears(-3))]).Single();
        Assert.Equal((TermState.WithinTerm, Today.AddYears(3)), (clock.State, clock.ReviewFrom));
    }

    [Fact]
    public void Of_ChairWhoseStartIsNotRecorded_IsReviewedFromTheBoard()
    {
        var snapshot = new GroupBuilder().Post("p", serves: ["A"], family: GroupBuilder.Chair).Build();
        var held = new Appointment(
            new("p"), new("h"), AppointmentKind.Substantive, boards: [new(new("A"), Today.AddYears(-7))]);
        Assert.Equal(
            TermState.NeedsReview, TermClock.Of(held, snapshot.Posts[0], GroupBuilder.Data.Thresholds, Today).Single().State);
    }

    [Fact]
    public void Of_OfficeHolderWhoIsNoChair_IsReviewedFromTheBoard()
    {
        var thresholds = GroupBuilder.Data.Thresholds with { TermLimitedFamilies = [GroupBuilder.Finance] };
        var snapshot = new GroupBuilder().Post(
            "p", "h", ["A"], GroupBuilder.Finance, start: Today.AddYears(-2), boards: [new(new("A"), Today.AddYears(-7))]).Build();
        Assert.Equal(
            TermState.NeedsReview, TermClock.Of(snapshot.Appointments[0], snapshot.Posts[0], thresholds, Today).Single().State);
    }

    private static IReadOnlyList<TermClock> Clocks(DateOnly start, (string Board, DateOnly? First)[] boards, FamilyKey? family = null)
    {
        var snapshot = new GroupBuilder().Post(
            "p", "h", [.. boards.Select(board => board.Board)], family ?? GroupBuilder.Chair, start: start,
            boards: [.. boards.Select(board => new BoardClock(new(board.Board), board.First))]).Build();
        return TermClock.Of(snapshot.Appointments[0], snapshot.Posts[0], GroupBuilder.Data.Thresholds, Today);
    }
}
