using Talent.ServiceDefaults;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Forecasts;
using Talent.Succession.ReferenceData;

namespace Talent.Succession.Tests.Forecasts;

public sealed class VacancyReasonsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly ForecastModel Model = SuccessionReferenceData.ReadForecastModel(SuccessionReferenceData.Read());

    [Fact]
    public void Of_ChairOfTwoBoardsNearTheLimitOnOne_SaysThatThisBoardIsLeftAlone()
    {
        var reason = Reasons(("T1", new DateOnly(2019, 5, 1)), ("T2", new DateOnly(2024, 5, 1)))
            .Single(each => each.Name.Contains("limit", StringComparison.Ordinal));
        Assert.Equal(("Leaves the board of T1 alone at the limit of the term clock", 0.8), (reason.Name, reason.Value));
        Assert.Equal(new DateOnly(2028, 5, 1).ToDate(), Assert.Single(reason.Inputs).Date);
    }

    [Fact]
    public void Of_ChairNearTheLimitOnEachBoard_SaysThatThePostIsGivenUpOnTheLast() => Assert.Contains(
        Reasons(("T1", new DateOnly(2019, 5, 1)), ("T2", new DateOnly(2020, 5, 1))),
        each => each.Name == "Leaves at the limit of the term clock" && each.Inputs[0].Date.Equals(new DateOnly(2029, 5, 1).ToDate()));

    [Fact]
    public void Of_HolderWhoStatedAnEnd_SaysSoWithoutTheDaysInPlaceOfTheTurnover()
    {
        var post = new Post(new("p"), new("chief-executive"), PostLevel.Trust, [new OrganisationServed(new("T1"))]);
        var held = new Appointment(post.Id, new("x"), AppointmentKind.Substantive, new DateOnly(2024, 5, 1));
        var stated = new LeavingIntention(held.Person, Today.AddYears(5).AddDays(-1), Today.AddYears(5));

        var reason = Assert.Single(VacancyReasons.Of(new GroupSnapshot(Today, [post], [held], [], [stated]), post, Model.Data));

        Assert.Equal(("An end that the holder stated, and allowed to be used", 0.5), (reason.Name, reason.Value));
        Assert.All(reason.Inputs, input => Assert.Null(input.Date));
    }

    private static V1.ExplainedNumber[] Reasons(params (string Board, DateOnly First)[] clocks)
    {
        var post = new Post(
            new("chair"), new("chair"), PostLevel.Group, clocks.Select(clock => new OrganisationServed(new(clock.Board))));
        var held = new Appointment(
            post.Id, new("x"), AppointmentKind.Substantive, new DateOnly(2024, 5, 1),
            boards: clocks.Select(clock => new BoardClock(new(clock.Board), clock.First)));
        return [.. VacancyReasons.Of(new GroupSnapshot(Today, [post], [held], []), post, Model.Data)];
    }
}
