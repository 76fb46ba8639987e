using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;

namespace Talent.Succession.Engine.Tests;

/// <summary>What becomes of people, nominations, terms and searches, and of all that a change does not name.</summary>
public sealed class PersonChangeTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    [Theory]
    [InlineData(10, 20)]
    [InlineData(20, 10)]
    public void PersonLeaves_Twice_GoesOnTheEarlierDay(int first, int second)
    {
        var group = new GroupBuilder().Post("a", "x").Build();
        var applied = new Scenario(
            new PersonLeaves(new("x"), Today.AddDays(first)), new PersonLeaves(new("x"), Today.AddDays(second))).Apply(group);
        Assert.Equal(Today.AddDays(10), Assert.Single(applied.Changes.Departures).Value);
    }

    [Fact]
    public void PersonLeaves_TwoPeople_GoEachOnTheirDay()
    {
        var group = new GroupBuilder().Post("a", "x").Name("a", "y").Build();
        var applied = new Scenario(new PersonLeaves(new("x"), Today.AddDays(1)), new PersonLeaves(new("y"), Today)).Apply(group);
        Assert.Equal(
            [(new PersonId("x"), Today.AddDays(1)), (new PersonId("y"), Today)],
            applied.Changes.Departures.Select(each => (each.Key, each.Value)).OrderBy(each => each.Key.Value, StringComparer.Ordinal));
    }

    [Fact]
    public void NominationAdded_ToAPost_StandsBesideTheOthers()
    {
        var group = new GroupBuilder().Post("a", "x").Name("a", "n").Build();
        var after = Apply(group, new NominationAdded(new Nomination(new("a"), new("m"), Readiness.By(Today), 1)));
        Assert.Equal(
            [("m", Readiness.By(Today)), ("n", Readiness.Unknown)],
            after.Nominations.Select(name => (name.Nominee.Value, name.Readiness)));
    }

    [Fact]
    public void MadeReady_NamedWithALaterInterval_KeepsItsEarliestDay()
    {
        var group = new GroupBuilder().Post("a").Name("a", "n", Readiness.Between(Today.AddDays(5), Today.AddDays(90)), 3, true).Build();
        var name = Apply(group, MadeReady.For(new PostId("a"), new PersonId("n"), Today.AddDays(30))).Nominations.Single();
        Assert.Equal(
            (Readiness.Between(Today.AddDays(5), Today.AddDays(30)), 3, true, Today),
            (name.Readiness, name.Rank!.Value, name.IsExternal, name.RecordedOn!.Value));
    }

    [Fact]
    public void MadeReady_NamedWithAnEarliestDayAfterIt_IsReadyOnThatDay()
    {
        var group = new GroupBuilder().Post("a").Name("a", "n", Readiness.Between(Today.AddDays(50), null)).Build();
        var name = Apply(group, MadeReady.For(new PostId("a"), new PersonId("n"), Today.AddDays(30))).Nominations.Single();
        Assert.Equal(Readiness.By(Today.AddDays(30)), name.Readiness);
    }

    [Fact]
    public void MadeReady_ForOnePost_NamesForNoOther()
    {
        var group = new GroupBuilder().Post("a").Post("b").Name("a", "m").Name("b", "n").Build();
        var after = Apply(group, MadeReady.For(new PostId("a"), new PersonId("n"), Today));
        Assert.Equal(
            [("a", "m", Readiness.Unknown), ("a", "n", Readiness.By(Today)), ("b", "n", Readiness.Unknown)],
            after.Nominations.Select(name => (name.Post.Value, name.Nominee.Value, name.Readiness)));
    }

    [Fact]
    public void ProgrammeCohort_NotAllComplete_NamesWithoutAReadinessAndNotesTheProgramme()
    {
        var group = new GroupBuilder().Post("a", "n").Post("b").Post("f", family: GroupBuilder.Finance).Name("b", "m", rank: 2).Build();
        var applied = new Scenario(
            new ProgrammeCohort([new PersonId("n"), new PersonId("m")], GroupBuilder.ChiefExecutive, Today, 0.5)).Apply(group);
        Assert.Equal(
            [("a", "m"), ("b", "m"), ("b", "n")],
            applied.Snapshot.Nominations.Select(name => (name.Post.Value, name.Nominee.Value)));
        Assert.Equal(
            [Readiness.Between(DateOnly.MaxValue, null), Readiness.Unknown, Readiness.Between(DateOnly.MaxValue, null)],
            applied.Snapshot.Nominations.Select(name => name.Readiness));
        Assert.Equal(
            [("n", GroupBuilder.ChiefExecutive, Today, 0.5), ("m", GroupBuilder.ChiefExecutive, Today, 0.5)],
            applied.Changes.Programmes.Select(place => (place.Person.Value, place.Family, place.ReadyBy, place.Completes)));
    }

    [Fact]
    public void ProgrammeCohort_SamePersonForAnotherFamily_IsTaken()
    {
        var group = new GroupBuilder().Post("a").Post("f", family: GroupBuilder.Finance).Name("a", "n").Build();
        var applied = new Scenario(
            new ProgrammeCohort([new PersonId("n")], GroupBuilder.ChiefExecutive, Today, 0.5),
            new ProgrammeCohort([new PersonId("n")], GroupBuilder.Finance, Today, 0)).Apply(group);
        Assert.Equal(2, applied.Changes.Programmes.Count);
    }

    [Fact]
    public void TermExtended_OneHolderOfAJobShare_LeavesTheOthersTerm()
    {
        BoardClock[] clocks = [new(new("T1"), Today.AddYears(-1))];
        var group = new GroupBuilder().Post("a", serves: ["T1", "T2"])
            .Appoint("a", "x", plannedEnd: Today.AddDays(9), boards: clocks, left: ["T2"]).Appoint("a", "y", plannedEnd: Today.AddDays(8))
            .Build();
        var after = Apply(group, new TermExtended(new("a"), new("x"), [new OrganisationId("T1")], Today.AddDays(10)));
        var held = after.HoldersOf(new("a")).ToArray();
        Assert.Equal([Today.AddDays(10), Today.AddDays(8)], held.Select(each => each.PlannedEnd));
        Assert.Equal((clocks[0], new OrganisationId("T2")), (held[0].Boards.Single(), held[0].LeftBoards.Single()));
    }

    [Fact]
    public void TermExtended_NoBoards_IsRefused() =>
        Assert.Throws<ArgumentException>("boards", () => new TermExtended(new("a"), new("x"), [], Today));

    [Fact]
    public void EarlySearch_OneDayAhead_IsNotedForThePost()
    {
        var group = new GroupBuilder().Post("a", "x", plannedEnd: Today.AddDays(1)).Post("b", "y", plannedEnd: Today.AddDays(1)).Build();
        var applied = new Scenario(new EarlySearch(new("a"), 1), new EarlySearch(new("b"), 2)).Apply(group);
        Assert.Equal(
            [("a", 1), ("b", 2)],
            applied.Changes.EarlySearches.Select(each => (each.Key.Value, each.Value)).OrderBy(each => each.Item2));
    }

    [Fact]
    public void EarlySearch_OneTermOfAJobShareEnds_IsTaken()
    {
        var group = new GroupBuilder().Post("a", "x", plannedEnd: Today.AddDays(9)).Appoint("a", "y").Build();
        Assert.Single(new Scenario(new EarlySearch(new("a"), 1)).Apply(group).Changes.EarlySearches);
    }

    [Fact]
    public void EarlySearch_EndOnTheDayItself_IsRefused()
    {
        var group = new GroupBuilder().Post("a", "x", start: Today.AddDays(-9), plannedEnd: Today).Build();
        Assert.Throws<ArgumentException>(() => Apply(group, new EarlySearch(new("a"), 1)));
    }

    [Fact]
    public void RecruitmentFreeze_Two_AreBothNoted()
    {
        var applied = new Scenario(new RecruitmentFreeze(Today, Today.AddDays(1)), new RecruitmentFreeze(Today, Today.AddDays(2)))
            .Apply(new GroupBuilder().Post("a").Build());
        Assert.Equal([Today.AddDays(1), Today.AddDays(2)], applied.Changes.Pauses.Select(pause => pause.Until));
    }

    [Fact]
    public void DeputyAccepted_PostWithOtherDeputies_KeepsThemAndLeavesOtherPosts()
    {
        var group = new GroupBuilder().Post("a", deputies: ["c"]).Post("b").Post("c", deputies: ["a"]).Build();
        var after = Apply(group, new DeputyAccepted(new("a"), new("b")));
        Assert.Equal(["c", "b"], after.Get(new("a")).Deputies.Select(deputy => deputy.Post.Value));
        Assert.Equal(["a"], after.Get(new("c")).Deputies.Select(deputy => deputy.Post.Value));
    }

    [Fact]
    public void Scenario_EmptyEntry_IsRefused() => Assert.Throws<ArgumentException>("changes", () => new Scenario((ScenarioChange)null!));

    private static GroupSnapshot Apply(GroupSnapshot group, ScenarioChange change) => new Scenario(change).Apply(group).Snapshot;
}
