using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

public sealed class TrueBenchTests
{
    private static readonly RuleThresholds Thresholds = GroupBuilder.Data.Thresholds;

    [Fact]
    public void PaperVersusReal_TwelvePostsFiveRelyingOnTwoPeople_SaysTwelveAndSeven()
    {
        var group = new GroupBuilder();
        for (var post = 1; post <= 12; post++) group.Post($"p{post:00}", $"h{post}");
        for (var post = 1; post <= 5; post++) group.Ready($"p{post:00}", "x", "y");
        for (var post = 6; post <= 10; post++) group.Ready($"p{post:00}", $"s{post}");
        group.Name("p11", "unknown").Name("p12", "elsewhere", Readiness.By(GroupBuilder.Today), external: true);

        var result = group.Analyse().PaperVersusReal;

        Assert.Equal((12, 12, 7), (result.Posts, result.CoveredOnPaper, result.CoveredIfItHappened));
        Assert.Equal((5, 2, 3), (result.Competing[0].Posts.Count, result.Competing[0].People.Count, result.Competing[0].Bare));
        Assert.Equal(["p11", "p12"], result.Competing.Skip(1).Select(set => set.Posts.Single().Value));
        Assert.All(result.Competing.Skip(1), set => Assert.Empty(set.People));
    }

    [Fact]
    public void PaperVersusReal_GroupWithoutAPost_TellsNothingOfWhoWasCountedThere()
    {
        var group = new GroupBuilder().Post("p1", "h1", criticality: Criticality.Agreed(5, GroupBuilder.Today)).Post("p2", "h2")
            .Ready("p1", "x").Ready("p2", "x");

        var without = new GroupAnalysis(group.Build().Without(new HashSet<PostId> { new("p1") }), GroupBuilder.Data);

        var result = without.PaperVersusReal;
        Assert.Equal((1, 1, 1), (result.Posts, result.CoveredOnPaper, result.CoveredIfItHappened));
        Assert.Empty(result.Competing);
        Assert.Equal(Standing.Confirmed, Assert.Single(without.Bench.StandingsFor(new("p2"))).Standing);
    }

    [Fact]
    public void Of_RandomGroups_CoveredPlusShortfallsIsAllPosts()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var snapshot = GroupBuilder.Random(new Random(seed), 12).Build();
            var bench = TrueBench.Of(snapshot, Thresholds);
            Assert.Equal(snapshot.Posts.Count, bench.Covered + bench.Competing.Sum(set => set.Bare));
        }
    }

    [Fact]
    public void Of_NominationsFromMostToLeastReady_NeverCountsWhatIsNotCertain()
    {
        var day = GroupBuilder.Today.AddDays((int)Thresholds.CoverHorizonDays.Value);
        var bench = Bench(new GroupBuilder().Post("in").Post("out").Post("open").Post("none").Post("away")
            .Name("in", "a", Readiness.Between(GroupBuilder.Today, day))
            .Name("out", "b", Readiness.Between(GroupBuilder.Today, day.AddDays(1)))
            .Name("open", "c", Readiness.Between(GroupBuilder.Today, null))
            .Name("none", "d").Name("away", "e", Readiness.By(GroupBuilder.Today), external: true));

        Assert.Equal("a", bench.SuccessorFor(new PostId("in"))?.Value);
        Assert.Equal(["away", "none", "open", "out"], bench.Bare.Select(post => post.Value));
        Assert.Equal("b", bench.LaterSuccessorFor(new PostId("out"))?.Value);
        Assert.Equal(Standing.ReadyLater, Only(bench, "out").Standing);
        Assert.Equal(Standing.ReadinessUnknown, Only(bench, "open").Standing);
        Assert.Equal(Standing.ReadinessUnknown, Only(bench, "none").Standing);
        Assert.Equal(Standing.AvailabilityUnknown, Only(bench, "away").Standing);
    }

    [Fact]
    public void Of_HeavierPostSharesItsOnlyPerson_TheHeavierIsCovered()
    {
        var bench = Bench(new GroupBuilder().Post("a", criticality: Criticality.Agreed(2, GroupBuilder.Today))
            .Post("b", criticality: Criticality.Agreed(5, GroupBuilder.Today)).Ready("a", "x").Ready("b", "x"));
        Assert.Equal("x", bench.SuccessorFor(new PostId("b"))?.Value);
        Assert.Equal(new PostId("b"), Only(bench, "a").NeededFor);
        Assert.Equal(Standing.NeededElsewhere, Only(bench, "a").Standing);
    }

    [Fact]
    public void Of_FirstChoiceFree_TakesTheFirstChoice()
    {
        var bench = Bench(new GroupBuilder().Post("p").Name("p", "a", Readiness.By(GroupBuilder.Today), 2)
            .Name("p", "b", Readiness.By(GroupBuilder.Today), 1));
        Assert.Equal("b", bench.SuccessorFor(new PostId("p"))?.Value);
        Assert.Equal([Standing.Confirmed, Standing.Free], bench.StandingsFor(new PostId("p")).Select(name => name.Standing));
    }

    [Fact]
    public void StandingsFor_HolderOfAnotherPost_NamesThePostThatWouldOpen()
    {
        var bench = Bench(new GroupBuilder().Post("p", "h").Post("q", "x").Ready("p", "x"));
        Assert.Equal([new PostId("q")], Only(bench, "p").WouldOpen);
    }

    [Fact]
    public void Of_HolderNamedForTheOwnPost_DoesNotCount()
    {
        var bench = Bench(new GroupBuilder().Post("p", "h").Ready("p", "h"));
        Assert.Equal(Standing.HoldsThePost, Only(bench, "p").Standing);
        Assert.Equal(0, bench.Covered);
    }

    [Fact]
    public void Of_ActingHolderNamedForThePost_Counts()
    {
        var bench = Bench(new GroupBuilder().Post("p").Appoint("p", "x", AppointmentKind.Acting).Ready("p", "x"));
        Assert.Equal(Standing.Confirmed, Only(bench, "p").Standing);
    }

    [Fact]
    public void Of_RandomGroups_OrderOfTheInputNeverMatters()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var group = GroupBuilder.Random(new Random(seed), 10);
            var one = TrueBench.Of(group.Build(), Thresholds);
            var other = TrueBench.Of(group.BuildShuffled(new Random(seed)), Thresholds);
            Assert.All(group.Build().Posts, post => Assert.Equal(one.SuccessorFor(post.Id), other.SuccessorFor(post.Id)));
            Assert.Equal(one.Bare, other.Bare);
        }
    }

    [Fact]
    public void Sparing_AnyPosts_CoversAsManyPostsOfTheGroup()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var snapshot = GroupBuilder.Random(random, 10).Build();
            var last = snapshot.Posts.Select(post => post.Id).Where(_ => random.Next(3) == 0);
            Assert.Equal(TrueBench.Of(snapshot, Thresholds).Covered, TrueBench.Sparing(snapshot, Thresholds, last).Covered);
        }
    }

    [Fact]
    public void Of_NominationAdded_NeverCoversFewerPosts()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var group = GroupBuilder.Random(new Random(seed), 8);
            var before = Bench(group).Covered;
            Assert.InRange(Bench(group.Ready($"p{seed % 8:00}", "another")).Covered - before, 0, 1);
        }
    }

    [Fact]
    public void Of_PersonRemoved_CoversAtMostOnePostLess()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var snapshot = GroupBuilder.Random(new Random(seed), 8).Build();
            var all = TrueBench.Of(snapshot, Thresholds).Covered;
            foreach (var person in snapshot.Nominations.Select(name => name.Nominee).Distinct())
                Assert.InRange(all - TrueBench.Of(snapshot, Thresholds, person).Covered, 0, 1);
        }
    }

    [Fact]
    public void StandingsFor_NomineeWhoLeaves_SaysSoAndCountsNowhere()
    {
        var bench = TrueBench.Of(new GroupBuilder().Post("p").Ready("p", "x").Build(), Thresholds, new PersonId("x"));
        Assert.Equal((Standing.Leaving, null), (Only(bench, "p").Standing, Only(bench, "p").NeededFor));
        Assert.Equal(0, bench.Covered);
    }

    [Fact]
    public void StandingsFor_SomebodyOutside_OpensNothing()
    {
        var bench = Bench(new GroupBuilder().Post("p").Post("q", "x").Name("p", "x", Readiness.By(GroupBuilder.Today), external: true));
        Assert.Empty(Only(bench, "p").WouldOpen);
    }

    [Fact]
    public void StandingsFor_HolderNamedForTheOwnPost_WouldOpenTheOthersAlone()
    {
        var bench = Bench(new GroupBuilder().Post("p", "x").Post("q", "x").Ready("p", "x"));
        Assert.Equal([new PostId("q")], Only(bench, "p").WouldOpen);
    }

    [Fact]
    public void LaterSuccessorFor_PersonCountedNow_IsNotCountedAgain()
    {
        var bench = Bench(new GroupBuilder().Post("p").Post("q").Ready("p", "x")
            .Name("q", "x", Readiness.By(GroupBuilder.Today.AddDays(200))));
        Assert.Null(bench.LaterSuccessorFor(new("q")));
    }

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void LaterSuccessorFor_ReadyWithinTheLaterHorizon_CountsThatFarOnly(int days, bool counts)
    {
        var bench = Bench(new GroupBuilder().Post("p").Name("p", "x", Readiness.By(GroupBuilder.Today.AddDays(days))));
        Assert.Equal(counts, bench.LaterSuccessorFor(new("p")) is not null);
        Assert.Equal(counts, bench.NominationBehind(new("p")) is not null);
    }

    [Fact]
    public void NominationBehind_ReadyNowAndLater_IsTheOneReadyNow()
    {
        var bench = Bench(new GroupBuilder().Post("p").Name("p", "a", Readiness.By(GroupBuilder.Today.AddDays(200)), 1)
            .Name("p", "b", Readiness.By(GroupBuilder.Today), 2));
        Assert.Equal("b", bench.NominationBehind(new("p"))!.Nominee.Value);
    }

    [Fact]
    public void Sparing_PersonNeededElsewhere_IsLeftToTheOtherPost()
    {
        var group = new GroupBuilder().Post("p", criticality: Criticality.Proposed(5)).Post("q", criticality: Criticality.Proposed(1))
            .Ready("p", "x").Ready("q", "x").Build();
        Assert.Equal("x", TrueBench.Of(group, Thresholds).SuccessorFor(new("p"))?.Value);
        Assert.Equal("x", TrueBench.Sparing(group, Thresholds, [new PostId("p")]).SuccessorFor(new("q"))?.Value);
    }

    [Fact]
    public void PaperVersusReal_SetsOfCompetingPosts_StandLargestFirstThenByTheirFirstPost()
    {
        var group = new GroupBuilder().Post("a").Post("b").Post("c").Post("d").Post("e").Ready("c", "x").Ready("d", "x");
        var sets = group.Analyse().PaperVersusReal.Competing;
        Assert.Equal(["c d", "a", "b", "e"], sets.Select(set => string.Join(' ', set.Posts)));
        Assert.Equal(["x"], sets[0].People.Select(person => person.Value));
    }

    [Fact]
    public void Of_EqualPostsShareTheirOnlyPerson_TheFirstIsCovered() =>
        Assert.Equal("x", Bench(new GroupBuilder().Post("b").Post("a").Ready("a", "x").Ready("b", "x")).SuccessorFor(new("a"))?.Value);

    [Fact]
    public void StandingsFor_SomebodyConfirmed_IsNeededForNoOtherPost() =>
        Assert.Null(Only(Bench(new GroupBuilder().Post("p").Ready("p", "x")), "p").NeededFor);

    private static TrueBench Bench(GroupBuilder group) => TrueBench.Of(group.Build(), Thresholds);

    private static NomineeStanding Only(TrueBench bench, string post) => Assert.Single(bench.StandingsFor(new PostId(post)));
}
