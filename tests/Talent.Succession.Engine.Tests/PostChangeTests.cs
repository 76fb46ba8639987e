using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;

namespace Talent.Succession.Engine.Tests;

/// <summary>What becomes of time, levels, deputies, clocks and nominations where posts are shared, split or merged.</summary>
public sealed class PostChangeTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    [Fact]
    public void PostSplit_SharesRecorded_AreThoseOfEachPartsTime()
    {
        var after = Split(Post(PostLevel.Group, ("T1", 0.6), ("T2", 0.2), ("T3", 0.2)));
        Assert.Equal([0.75, 0.25], Shares(after, "c"));
        Assert.Equal([1.0], Shares(after, "c3"));
        Assert.Equal(4, after.Get(new("c")).DaysPerWeek!.Value, 1e-9);
        Assert.Equal(1, after.Get(new("c3")).DaysPerWeek!.Value, 1e-9);
    }

    [Fact]
    public void PostSplit_OneShareNotRecorded_LeavesThatPartsTimeUnknown()
    {
        var after = Split(Post(PostLevel.Group, ("T1", 0.6), ("T2", null), ("T3", 0.2)));
        Assert.Equal([null, null], Shares(after, "c"));
        Assert.Null(after.Get(new("c")).DaysPerWeek);
        Assert.Equal(1, after.Get(new("c3")).DaysPerWeek!.Value, 1e-9);
    }

    [Fact]
    public void PostSplit_GroupPost_IsOfATrustOnlyWhereItServesOne()
    {
        var after = Split(Post(PostLevel.Group, ("T1", null), ("T2", null), ("T3", null)));
        Assert.Equal((PostLevel.Group, PostLevel.Trust), (after.Get(new("c")).Level, after.Get(new("c3")).Level));
    }

    [Fact]
    public void PostSplit_PostOfASite_StaysOne()
    {
        var after = Split(Post(PostLevel.Site, ("T1", null), ("T2", null), ("T3", null)));
        Assert.Equal(PostLevel.Site, after.Get(new("c3")).Level);
    }

    [Fact]
    public void PostSplit_PartWithACriticalityOfItsOwn_HasItAndTheOtherThatOfThePost()
    {
        var after = Split(Post(PostLevel.Group, ("T1", null), ("T2", null), ("T3", null)), Criticality.Proposed(1));
        Assert.Equal((4, 1), (after.Get(new("c")).Criticality.Weight, after.Get(new("c3")).Criticality.Weight));
    }

    [Fact]
    public void PostSplit_Parts_AreNewAndNotKnownToBeDesignedAroundAnybody()
    {
        var after = Split(Post(PostLevel.Group, ("T1", null), ("T2", null), ("T3", null)));
        Assert.All(after.Posts, post => Assert.Equal((Today, Answer.Unknown), (post.Established, post.DesignedAroundPerson)));
    }

    [Fact]
    public void PostSplit_Deputies_StandInForEveryPartButThemselves()
    {
        var group = new GroupBuilder().Post("c", "x", ["T1", "T2", "T3"], deputies: ["d", "c3"]).Post("d", "y", ["T1"]).Build();
        var after = Split(group);
        Assert.Equal(["d", "c3"], after.Get(new("c")).Deputies.Select(deputy => deputy.Post.Value));
        Assert.Equal(["d"], after.Get(new("c3")).Deputies.Select(deputy => deputy.Post.Value));
    }

    [Fact]
    public void PostSplit_HolderWhoLeftBoards_HasLeftThemInTheirPart()
    {
        var group = new GroupBuilder().Post("c", serves: ["T1", "T2", "T3"]).Appoint("c", "x", left: ["T2", "T3"]).Build();
        Assert.Equal(["T2"], Split(group).HoldersOf(new("c")).Single().LeftBoards.Select(board => board.Value));
    }

    [Fact]
    public void PostSplit_OtherPosts_KeepHoldersNomineesAndDeputies()
    {
        var group = new GroupBuilder().Post("c", "x", ["T1", "T2", "T3"]).Post("d", "y", ["T4"], deputies: ["c", "e"]).Post("e", "z")
            .Name("d", "n", rank: 2).Build();
        var after = Split(group);
        Assert.Equal("y", after.HoldersOf(new("d")).Single().Person.Value);
        Assert.Equal(2, after.NamedFor(new("d")).Single().Rank);
        // No part serves T4, so none stands in there.
        Assert.Equal(["e"], after.Get(new("d")).Deputies.Select(deputy => deputy.Post.Value));
    }

    [Fact]
    public void PostSplit_DeputyWhoHadNotAccepted_HasNotAcceptedInAnyPart()
    {
        var other = new Post(new("d"), GroupBuilder.Chair, PostLevel.Trust, [new(new("T1"))], deputies: [new(new("c"), Answer.No)]);
        var group = new GroupSnapshot(Today, [Post(PostLevel.Group, ("T1", null), ("T2", null), ("T3", null)), other], [], []);
        Assert.Equal([new DeputyArrangement(new("c"), Answer.No)], Split(group).Get(new("d")).Deputies);
    }

    [Fact]
    public void PostShared_NewShareTakesAllTime_LeavesTheOthersUnknown()
    {
        var group = new GroupSnapshot(Today, [Post(PostLevel.Group, ("T1", 0.6), ("T2", 0.4))], [], []);
        var after = Apply(group, new PostShared(new("c"), [new OrganisationServed(new("T3"), 1)]));
        Assert.Equal([null, null, 1.0], Shares(after, "c"));
    }

    [Fact]
    public void PostShared_SeveralNewShares_LeaveTheOthersWhatIsLeft()
    {
        var group = new GroupSnapshot(Today, [Post(PostLevel.Group, ("T1", 0.5), ("T2", 0.5))], [], []);
        var after = Apply(group, new PostShared(new("c"), [new OrganisationServed(new("T3"), 0.2), new(new("T4"), 0.4)]));
        Assert.Equal([0.2, 0.2, 0.2, 0.4], Shares(after, "c"));
    }

    [Fact]
    public void PostShared_OneNewShareNotRecorded_LeavesTheOthersUnknown()
    {
        var group = new GroupSnapshot(Today, [Post(PostLevel.Group, ("T1", 0.5), ("T2", 0.5))], [], []);
        var after = Apply(group, new PostShared(new("c"), [new OrganisationServed(new("T3"), 0.2), new(new("T4"))]));
        Assert.Equal([null, null, 0.2, null], Shares(after, "c"));
    }

    [Fact]
    public void PostPart_NoOrganisations_IsRefused() =>
        Assert.Throws<ArgumentException>("organisations", () => new PostPart(new("a"), [], null));

    [Fact]
    public void PostShared_SharesAboveTheWhole_AreRefused() => Assert.Throws<ArgumentException>(
        "with", () => new PostShared(new("a"), [new OrganisationServed(new("T1"), 0.6), new OrganisationServed(new("T2"), 0.6)]));

    [Fact]
    public void PostShared_ReplacedPosts_NameTheirPeopleAfterThoseNamedAlready()
    {
        var group = new GroupBuilder().Post("a", "x").Post("b", "y", ["T2"]).Post("c", "z", ["T3"])
            .Name("a", "l", rank: 1).Name("a", "m", rank: 3).Name("b", "m", rank: 4).Name("b", "n", rank: 1)
            .Name("b", "o").Name("c", "n", rank: 5).Name("c", "p", rank: 2).Build();
        var after = Apply(group, Replace("b", "c"));
        Assert.Equal(
            [("l", 1), ("m", 3), ("n", 4), ("p", 5), ("o", (int?)null)],
            after.NamedFor(new("a")).Select(name => (name.Nominee.Value, name.Rank)));
        Assert.Equal(5, after.Nominations.Count);
        Assert.Equal(["x"], after.Appointments.Select(held => held.Person.Value));
    }

    [Fact]
    public void PostShared_PostsThatDeputisedByAnEndingOne_AskTheSurvivorOnce()
    {
        var group = new GroupBuilder().Post("a", "x").Post("b", "y", ["T2"]).Post("c", "z", ["T3"])
            .Post("d", "u", deputies: ["a", "b"]).Post("e", "v", deputies: ["b", "c"]).Post("f", "w", deputies: ["d"]).Build();
        var after = Apply(group, Replace("b", "c"));
        Assert.Equal([new DeputyArrangement(new("a"), Answer.Yes)], after.Get(new("d")).Deputies);
        Assert.Equal([new DeputyArrangement(new("a"), Answer.Unknown)], after.Get(new("e")).Deputies);
        Assert.Equal([new DeputyArrangement(new("d"), Answer.Yes)], after.Get(new("f")).Deputies);
    }

    [Fact]
    public void PostShared_SurvivorWhoseDeputyEnds_IsNotItsOwnDeputy()
    {
        var group = new GroupBuilder().Post("a", "x", deputies: ["b"]).Post("b", "y", ["T2"]).Post("c", "z", ["T3"]).Build();
        Assert.Empty(Apply(group, Replace("b", "c")).Get(new("a")).Deputies);
    }

    [Fact]
    public void TrustsMerged_SharesOfBothTrusts_AreAddedUp()
    {
        var group = new GroupSnapshot(Today, [Post(PostLevel.Group, ("T1", 0.5), ("T2", 0.3), ("T3", 0.2))], [], []);
        var after = Apply(group, new TrustsMerged(new("T1"), [new OrganisationId("T2")]));
        Assert.Equal([0.8, 0.2], Shares(after, "c").Select(share => Math.Round(share!.Value, 9)));
    }

    [Fact]
    public void TrustsMerged_OneShareNotRecorded_IsUnknown()
    {
        var group = new GroupSnapshot(Today, [Post(PostLevel.Group, ("T1", 0.5), ("T2", null), ("T3", 0.2))], [], []);
        Assert.Equal([null, 0.2], Shares(Apply(group, new TrustsMerged(new("T1"), [new OrganisationId("T2")])), "c"));
    }

    [Fact]
    public void TrustsMerged_NoClockOnTheSurvivor_IsTheEarliestOfTheOthers()
    {
        BoardClock[] clocks = [new(new("T2"), Today.AddYears(-3)), new(new("T3"), Today.AddYears(-8))];
        var group = new GroupBuilder().Post("c", "x", ["T1", "T2", "T3"], boards: clocks).Build();
        var after = Apply(group, new TrustsMerged(new("T1"), [new OrganisationId("T2"), new("T3")]));
        Assert.Equal([new BoardClock(new("T1"), Today.AddYears(-8))], after.HoldersOf(new("c")).Single().Boards);
    }

    [Theory]
    [InlineData("T2", "")]
    [InlineData("T1", "")]
    [InlineData("T1,T2", "T1")]
    [InlineData("T2,T3", "T3")]
    public void TrustsMerged_BoardsLeft_AreLeftWhereNoneOfTheMergedIsServed(string left, string expected)
    {
        var group = new GroupBuilder().Post("c", serves: ["T1", "T2", "T3"]).Appoint("c", "x", left: left.Split(',')).Build();
        var after = Apply(group, new TrustsMerged(new("T1"), [new OrganisationId("T2")]));
        Assert.Equal(expected, string.Join(',', after.Appointments.Single().LeftBoards));
    }

    [Fact]
    public void TrustsMerged_PostThatTakesOverNothingNew_KeepsItsShares()
    {
        var ending = new Post(new("e"), GroupBuilder.Chair, PostLevel.Trust, [new(new("T2"), 1)]);
        var group = new GroupSnapshot(Today, [Post(PostLevel.Group, ("T1", 0.5), ("T3", 0.5)), ending], [], []);
        var after = Apply(
            group, new TrustsMerged(new("T1"), [new OrganisationId("T2")], [new MergedPosts(new("c"), [new PostId("e")])]));
        Assert.Equal([0.5, 0.5], Shares(after, "c"));
    }

    [Fact]
    public void TrustsMerged_PostThatTakesOverOrganisations_HasNoKnownShares()
    {
        var ending = new Post(new("e"), GroupBuilder.Chair, PostLevel.Trust, [new(new("T2"), 0.5), new(new("T4"), 0.5)]);
        var group = new GroupSnapshot(Today, [Post(PostLevel.Group, ("T1", 0.5), ("T3", 0.5)), ending], [], []);
        var after = Apply(
            group, new TrustsMerged(new("T1"), [new OrganisationId("T2")], [new MergedPosts(new("c"), [new PostId("e")])]));
        Assert.Equal(["T1", "T3", "T4"], after.Get(new("c")).Serves.Select(served => served.Organisation.Value));
        Assert.Equal([null, null, null], Shares(after, "c"));
    }

    [Fact]
    public void TrustsMerged_NothingAbsorbed_IsRefused() =>
        Assert.Throws<ArgumentException>("absorbed", () => new TrustsMerged(new("T1"), []));

    [Fact]
    public void TrustsMerged_PostInTwoMergers_IsRefused() => Assert.Throws<ArgumentException>(() => new TrustsMerged(
        new("T1"), [new OrganisationId("T2")],
        [new MergedPosts(new("a"), [new PostId("b")]), new MergedPosts(new("b"), [new PostId("c")])]));

    private static PostShared Replace(params string[] ending) => new(
        new("a"), [new OrganisationServed(new("T2")), new OrganisationServed(new("T3"))], ending.Select(post => new PostId(post)));

    private static Post Post(PostLevel level, params (string Organisation, double? Share)[] serves) => new(
        new("c"), GroupBuilder.Chair, level, serves.Select(served => new OrganisationServed(new(served.Organisation), served.Share)),
        Criticality.Agreed(4, Today), 5, Answer.Yes);

    private static GroupSnapshot Split(Post post, Criticality? ofLast = null) =>
        Split(new GroupSnapshot(Today, [post], [new Appointment(post.Id, new("x"), AppointmentKind.Substantive)], []), ofLast);

    private static GroupSnapshot Split(GroupSnapshot group, Criticality? ofLast = null) => Apply(group, new PostSplit(
        new("c"), [new PostPart(new("c"), [new("T1"), new("T2")], HolderOf(group)), new PostPart(new("c3"), [new("T3")], null, ofLast)]));

    private static PersonId? HolderOf(GroupSnapshot group) => group.HoldersOf(new("c")).FirstOrDefault()?.Person;

    private static GroupSnapshot Apply(GroupSnapshot group, ScenarioChange change) => new Scenario(change).Apply(group).Snapshot;

    private static IEnumerable<double?> Shares(GroupSnapshot group, string post) =>
        group.Get(new(post)).Serves.Select(served => served.Share is { } share ? Math.Round(share, 9) : (double?)null);
}
