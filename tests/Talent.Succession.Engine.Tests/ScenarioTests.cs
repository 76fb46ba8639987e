using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;

namespace Talent.Succession.Engine.Tests;

public sealed class ScenarioTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    [Fact]
    public void Apply_NoChange_GivesTheGroupItself()
    {
        var group = GroupBuilder.Random(new Random(1), 10).Build();
        Assert.Same(group, new Scenario().Apply(group).Snapshot);
    }

    [Fact]
    public void Apply_PostShared_ServesBothAndEndsThePostItReplaces()
    {
        var group = new GroupBuilder()
            .Post("a", "x", ["T1"], deputies: ["d"]).Post("b", "y", ["T2"]).Post("d", "z", ["T1"], deputies: ["b"])
            .Name("a", "n", rank: 1).Name("b", "m", rank: 1).Name("b", "n", rank: 2).Name("b", "x", rank: 3).Build();
        var after = Apply(group, new PostShared(new("a"), [new OrganisationServed(new("T2"))], [new PostId("b")]));
        Assert.Equal(["T1", "T2"], after.Get(new("a")).Serves.Select(served => served.Organisation.Value).Order());
        Assert.Null(after.Find(new("b")));
        Assert.Empty(after.PostsHeldBy(new("y")));
        // The holder is nobody's successor, and whoever is named for both stays where the first choice is.
        Assert.Equal([("n", (int?)1), ("m", 2)], after.NamedFor(new("a")).Select(name => (name.Nominee.Value, name.Rank)));
        Assert.Equal([new DeputyArrangement(new("a"), Answer.Unknown)], after.Get(new("d")).Deputies);
    }

    [Theory]
    [InlineData(0.4, 0.36, 0.24)]
    [InlineData(null, null, null)]
    public void Apply_PostSharedFurther_MakesPlaceForTheNewShareOrForgetsAll(double? further, double? first, double? second)
    {
        var post = new Post(
            new("a"), GroupBuilder.Chair, PostLevel.Group, [new(new("T1"), 0.6), new(new("T2"), 0.4)]);
        var after = Apply(new GroupSnapshot(Today, [post], [], []), new PostShared(new("a"), [new OrganisationServed(new("T3"), further)]));
        Assert.Equal([first, second, further], after.Posts.Single().Serves.Select(served => served.Share is { } share
            ? Math.Round(share, 9) : (double?)null));
    }

    [Fact]
    public void Apply_PostSplit_PartsHaveTheirHoldersNomineesAndDates()
    {
        var (started, ends) = (Today.AddYears(-4), Today.AddYears(1));
        var group = new GroupBuilder()
            .Post("c", "x", ["T1", "T2", "T3"], GroupBuilder.Chair, start: started, plannedEnd: ends,
                boards: [new BoardClock(new("T1"), started), new BoardClock(new("T3"), null)])
            .Post("d", "y", ["T3"], deputies: ["c"]).Ready("c", "y", "n").Build();
        var after = Apply(group, new PostSplit(
            new("c"), [new PostPart(new("c"), [new("T1"), new("T2")], new("x")), new PostPart(new("c3"), [new("T3")], new("y"))]));
        var kept = after.HoldersOf(new("c")).Single();
        Assert.Equal((started, ends), (kept.Start, kept.PlannedEnd));
        Assert.Equal(["T1"], kept.Boards.Select(clock => clock.Board.Value));
        var begun = after.HoldersOf(new("c3")).Single();
        Assert.Equal(("y", Today, null), (begun.Person.Value, begun.Start, begun.PlannedEnd));
        Assert.Equal(["n", "y"], after.NamedFor(new("c")).Select(name => name.Nominee.Value));
        Assert.Equal(["n"], after.NamedFor(new("c3")).Select(name => name.Nominee.Value));
        Assert.Equal(["c3"], after.Get(new("d")).Deputies.Select(deputy => deputy.Post.Value));
    }

    [Fact]
    public void Apply_SplitThenMergedAgain_ServesAndIsHeldAsBefore()
    {
        var group = new GroupBuilder().Post("c", "x", ["T1", "T2"]).Ready("c", "n").Build();
        var after = Apply(
            group,
            new PostSplit(new("c"), [new PostPart(new("c"), [new("T1")], new("x")), new PostPart(new("c2"), [new("T2")], null)]),
            new PostShared(new("c"), [new OrganisationServed(new("T2"))], [new PostId("c2")]));
        Assert.Equal(["T1", "T2"], after.Posts.Single().Serves.Select(served => served.Organisation.Value));
        Assert.Equal("x", after.HoldersOf(new("c")).Single().Person.Value);
        Assert.Equal("n", after.Nominations.Single().Nominee.Value);
    }

    [Fact]
    public void Apply_TrustsMerged_StatedPostsBecomeOneAndTheOthersStay()
    {
        var clocks = new[] { new BoardClock(new("T2"), Today.AddYears(-8)), new BoardClock(new("T1"), Today.AddYears(-2)) };
        var group = new GroupBuilder().Post("c1", "x", ["T1", "T2"], GroupBuilder.Chair, boards: clocks).Post("e1", "y", ["T1"])
            .Post("e2", "z", ["T2", "T4"]).Post("f2", "w", ["T2"], GroupBuilder.Finance).Post("o", "v", ["T3"]).Build();
        var after = Apply(group, new TrustsMerged(new("T1"), [new OrganisationId("T2")], [new MergedPosts(new("e1"), [new PostId("e2")])]));
        Assert.Equal(["c1", "e1", "f2", "o"], after.Posts.Select(post => post.Id.Value));
        Assert.Equal(["T1"], Served("c1"));
        Assert.Equal(["T1", "T4"], Served("e1"));
        Assert.Equal(["T1"], Served("f2"));
        Assert.Equal(["T3"], Served("o"));
        Assert.Equal([new BoardClock(new("T1"), Today.AddYears(-2))], after.HoldersOf(new("c1")).Single().Boards);
        IEnumerable<string> Served(string post) => after.Get(new(post)).Serves.Select(served => served.Organisation.Value);
    }

    [Fact]
    public void Apply_MadeReady_NeverMakesAnybodyReadyLater()
    {
        var by = Today.AddDays(200);
        var group = new GroupBuilder().Post("a").Post("b").Post("c").Post("f", family: GroupBuilder.Finance)
            .Name("a", "n", Readiness.By(Today), 2).Name("b", "n", Readiness.Between(Today.AddDays(100), Today.AddDays(900))).Build();
        var after = Apply(group, MadeReady.For(GroupBuilder.ChiefExecutive, new PersonId("n"), by));
        Assert.Equal(
            [("a", Readiness.By(Today), (int?)2), ("b", Readiness.Between(Today.AddDays(100), by), null), ("c", Readiness.By(by), null)],
            after.Nominations.Select(name => (name.Post.Value, name.Readiness, name.Rank)));
    }

    [Fact]
    public void Apply_CohortThatAllComplete_IsTheSameAsMakingEachReady()
    {
        var group = new GroupBuilder().Post("a", "n").Post("b").Name("b", "m").Build();
        var both = new ProgrammeCohort([new PersonId("n"), new PersonId("m")], GroupBuilder.ChiefExecutive, Today, 1);
        var cohort = new Scenario(both).Apply(group);
        var each = Apply(
            group, MadeReady.For(GroupBuilder.ChiefExecutive, new PersonId("n"), Today),
            MadeReady.For(GroupBuilder.ChiefExecutive, new PersonId("m"), Today));
        Assert.Empty(cohort.Changes.Programmes);
        Assert.Equal(Names(each), Names(cohort.Snapshot));
        static IEnumerable<(string, string, Readiness)> Names(GroupSnapshot group) =>
            group.Nominations.Select(name => (name.Post.Value, name.Nominee.Value, name.Readiness));
    }

    [Fact]
    public void Apply_TermExtendedOnOneBoardOfTwo_NeedsThePostSplitFirst()
    {
        var (end, until) = (Today.AddDays(100), Today.AddYears(2));
        var group = new GroupBuilder().Post("c", "x", ["T1", "T2"], plannedEnd: end).Build();
        var extension = new TermExtended(new("c"), new("x"), [new OrganisationId("T1")], until);
        Assert.Contains("split the post first", Refused(group, extension), StringComparison.Ordinal);
        var after = Apply(
            group, new PostSplit(new("c"), [new PostPart(new("c"), [new("T1")], new("x")), new PostPart(new("c2"), [new("T2")], new("x"))]),
            extension);
        Assert.Equal((until, end), (after.HoldersOf(new("c")).Single().PlannedEnd, after.HoldersOf(new("c2")).Single().PlannedEnd));
    }

    [Fact]
    public void Apply_DeputyAccepted_TakesThePlaceOfAnUnansweredOne()
    {
        var post = new Post(new("a"), GroupBuilder.Chair, PostLevel.Trust, [new(new("T1"))], deputies: [new(new("b"), Answer.No)]);
        var other = new Post(new("b"), GroupBuilder.Chair, PostLevel.Trust, [new(new("T1"))]);
        var after = Apply(new GroupSnapshot(Today, [post, other], [], []), new DeputyAccepted(new("a"), new("b")));
        Assert.Equal([new DeputyArrangement(new("b"), Answer.Yes)], after.Get(new("a")).Deputies);
    }

    public static TheoryData<string, ScenarioChange> Misfits() => new()
    {
        { "holds a post of the group or is named", new PersonLeaves(new("nobody"), Today) },
        { "no post none", new PostShared(new("none"), [new OrganisationServed(new("T9"))]) },
        { "serves T1 already", new PostShared(new("a"), [new OrganisationServed(new("T1"))]) },
        { "with T3 too", new PostShared(new("a"), [new OrganisationServed(new("T9"))], [new PostId("b")]) },
        { "to one part", new PostSplit(new("a"), [new PostPart(new("a"), [new("T1")], null), new PostPart(new("a2"), [new("T9")], null)]) },
        {
            "has a post b",
            new PostSplit(new("a"), [new PostPart(new("b"), [new("T1")], null), new PostPart(new("a2"), [new("T2")], null)])
        },
        {
            "nobody does neither",
            new PostSplit(new("a"), [new PostPart(new("a"), [new("T1")], new("nobody")), new PostPart(new("a2"), [new("T2")], null)])
        },
        { "none serves T9", new TrustsMerged(new("T1"), [new OrganisationId("T9")]) },
        { "none serves T9", new TrustsMerged(new("T9"), [new OrganisationId("T1")]) },
        { "Leave post b out", new TrustsMerged(new("T1"), [new OrganisationId("T2")], [new MergedPosts(new("a"), [new PostId("b")])]) },
        { "Leave post b out", new TrustsMerged(new("T1"), [new OrganisationId("T2")], [new MergedPosts(new("b"), [new PostId("a")])]) },
        { "same family", new TrustsMerged(new("T1"), [new OrganisationId("T2")], [new MergedPosts(new("a"), [new PostId("f")])]) },
        { "no post none", new NominationAdded(new Nomination(new("none"), new("n"))) },
        { "named for post a already", new NominationAdded(new Nomination(new("a"), new("n"))) },
        { "x holds it", new NominationAdded(new Nomination(new("a"), new("x"))) },
        { "no post none", MadeReady.For(new PostId("none"), new PersonId("n"), Today) },
        { "x holds it", MadeReady.For(new PostId("a"), new PersonId("x"), Today) },
        { "nobody does neither", MadeReady.For(new PostId("a"), new PersonId("nobody"), Today) },
        { "the group has none of chair", MadeReady.For(GroupBuilder.Chair, new PersonId("n"), Today) },
        { "nobody does neither", new ProgrammeCohort([new PersonId("nobody")], GroupBuilder.ChiefExecutive, Today, 0.5) },
        { "none serves T9", new TermExtended(new("a"), new("x"), [new OrganisationId("T1"), new("T9")], Today) },
        { "n does not hold it", new TermExtended(new("a"), new("n"), [new OrganisationId("T1"), new("T2")], Today) },
        { "exactly the boards", new TermExtended(new("a"), new("x"), [new OrganisationId("T1")], Today.AddYears(1)) },
        { "beyond its agreed end", new TermExtended(new("a"), new("x"), [new OrganisationId("T1"), new("T2")], Today.AddDays(10)) },
        { "Record the agreed end", new TermExtended(new("b"), new("y"), [new OrganisationId("T3")], Today.AddYears(1)) },
        { "Record an agreed end ahead", new EarlySearch(new("b"), 100) },
        { "no post none", new DeputyAccepted(new("a"), new("none")) },
    };

    [Theory]
    [MemberData(nameof(Misfits), DisableDiscoveryEnumeration = true)]
    public void Apply_ChangeThatDoesNotFit_IsRefusedWithASentence(string says, ScenarioChange change)
    {
        var group = new GroupBuilder().Post("a", "x", ["T1", "T2"], plannedEnd: Today.AddDays(10)).Post("b", "y", ["T3"])
            .Post("f", "z", ["T1"], GroupBuilder.Finance).Name("a", "n").Build();
        var sentence = Refused(group, change);
        Assert.Matches(@"^[A-Z].*\.", sentence);
        Assert.Contains(says, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_SecondProgrammeForTheSamePosts_IsRefused()
    {
        var cohort = new ProgrammeCohort([new PersonId("n")], GroupBuilder.ChiefExecutive, Today, 0.5);
        var group = new GroupBuilder().Post("a").Name("a", "n").Build();
        Assert.Contains("one programme", Refused(group, cohort, cohort), StringComparison.Ordinal);
    }

    [Fact]
    public void Change_ThatCannotBeRight_IsRefusedWhenMade()
    {
        PostPart part = new(new("a"), [new("T1")], null), other = new(new("b"), [new("T1")], null);
        Assert.Throws<ArgumentException>(() => new PostSplit(new("a"), [part]));
        Assert.Throws<ArgumentException>(() => new PostSplit(new("a"), [part, other]));
        Assert.Throws<ArgumentException>(() => new PostShared(new("a"), []));
        Assert.Throws<ArgumentException>(() => new PostShared(new("a"), [new OrganisationServed(new("T1"))], [new PostId("a")]));
        Assert.Throws<ArgumentException>(() => new TrustsMerged(new("T1"), [new OrganisationId("T1")]));
        Assert.Throws<ArgumentException>(() => new MergedPosts(new("a"), []));
        Assert.Throws<ArgumentException>(() => new RecruitmentFreeze(Today, Today));
        Assert.Throws<ArgumentException>(() => new ProgrammeCohort([], GroupBuilder.Chair, Today, 1));
        Assert.Throws<ArgumentException>(() => new ProgrammeCohort([new PersonId("n")], GroupBuilder.Chair, Today, 1.1));
        Assert.Throws<ArgumentException>(() => new EarlySearch(new("a"), 0));
        Assert.Throws<ArgumentException>(() => new DeputyAccepted(new("a"), new("a")));
    }

    private static GroupSnapshot Apply(GroupSnapshot group, params ScenarioChange[] changes) => new Scenario(changes).Apply(group).Snapshot;

    private static string Refused(GroupSnapshot group, params ScenarioChange[] changes) =>
        Assert.Throws<ArgumentException>(() => new Scenario(changes).Apply(group)).Message;
}
