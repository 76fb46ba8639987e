using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Tests;

public sealed class TermLimitTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    [Fact]
    public void Ahead_OneBoard_GivesUpThePostAfterNineYears() =>
        Assert.Equal([new TermLimit(null, new DateOnly(2028, 5, 1))], Ahead(["T1"], Clock("T1", new DateOnly(2019, 5, 1))));

    [Fact]
    public void Ahead_TwoBoardsOnDifferentDays_LeavesTheFirstAloneAndGivesUpThePostOnTheLast() => Assert.Equal(
        [new TermLimit(new("T1"), new DateOnly(2028, 5, 1)), new TermLimit(null, new DateOnly(2029, 5, 1))],
        Ahead(["T1", "T2"], Clock("T1", new DateOnly(2019, 5, 1)), Clock("T2", new DateOnly(2020, 5, 1))));

    [Fact]
    public void Ahead_TwoBoardsOnTheSameDay_LeavesNoneAlone() => Assert.Equal(
        [new TermLimit(null, new DateOnly(2028, 5, 1))],
        Ahead(["T1", "T2"], Clock("T1", new DateOnly(2019, 5, 1)), Clock("T2", new DateOnly(2019, 5, 1))));

    [Fact]
    public void Ahead_OtherBoardWithoutARecordedStart_LeavesOnlyTheKnownOne() => Assert.Equal(
        [new TermLimit(new("T1"), new DateOnly(2028, 5, 1))], Ahead(["T1", "T2"], Clock("T1", new DateOnly(2019, 5, 1))));

    [Fact]
    public void Ahead_LimitThatHasPassed_SaysNothingOfTheEnd() =>
        Assert.Empty(Ahead(["T1"], Clock("T1", Today.AddYears(-9))));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Ahead_LimitOnTheLastDay_Counts(int daysLater, int limits) =>
        Assert.Equal(limits, Ahead(["T1"], Clock("T1", Today.AddYears(-4).AddDays(daysLater))).Count);

    [Fact]
    public void Ahead_BoardThatWasLeft_HasNoClockAnyMore() => Assert.Equal(
        [new TermLimit(null, new DateOnly(2029, 5, 1))],
        TermLimit.Ahead(
            new Appointment(
                new("c"), new("x"), AppointmentKind.Substantive, boards: [Clock("T2", new DateOnly(2020, 5, 1))],
                leftBoards: [new("T1")]),
            Post(GroupBuilder.Chair, "T1", "T2"), GroupBuilder.Data.Thresholds, Today, Today.AddYears(5)));

    [Fact]
    public void Ahead_ChiefExecutive_HasNoLimit() => Assert.Empty(TermLimit.Ahead(
        new Appointment(new("c"), new("x"), AppointmentKind.Substantive, boards: [Clock("T1", new DateOnly(2019, 5, 1))]),
        Post(GroupBuilder.ChiefExecutive, "T1"), GroupBuilder.Data.Thresholds, Today, Today.AddYears(5)));

    private static IReadOnlyList<TermLimit> Ahead(string[] serves, params BoardClock[] clocks) => TermLimit.Ahead(
        new Appointment(new("c"), new("x"), AppointmentKind.Substantive, boards: clocks), Post(GroupBuilder.Chair, serves),
        GroupBuilder.Data.Thresholds, Today, Today.AddYears(5));

    private static Post Post(FamilyKey family, params string[] serves) =>
        new(new("c"), family, PostLevel.Group, serves.Select(code => new OrganisationServed(new(code))));

    private static BoardClock Clock(string board, DateOnly first) => new(new(board), first);
}
