using Talent.Succession.Engine.Actions;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;

namespace Talent.Succession.Engine.Tests;

/// <summary>What the rules offer for one post, before anything is simulated.</summary>
public sealed class ActionCandidatesTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    private static readonly ActionRules Rules = new()
    {
        DevelopWithinDays = GroupBuilder.Number(365),
        EarlySearchDays = GroupBuilder.Number(180),
        ExtensionYears = GroupBuilder.Number(3),
        MostSimulated = GroupBuilder.Number(40),
        BestInPairs = GroupBuilder.Number(4),
    };

    [Theory]
    [InlineData(366, true)]
    [InlineData(365, false)]
    [InlineData(91, false)]
    [InlineData(90, false)]
    public void Of_NamedPerson_IsDevelopedOnlyIfThatMakesReadyEarlier(int days, bool offered)
    {
        var group = new GroupBuilder().Post("a", "h").Name("a", "n", Readiness.By(Today.AddDays(days)));
        Assert.Equal(offered ? [ActionKind.DevelopSuccessor] : [], Of(group, "a").Select(action => action.Kind));
    }

    [Fact]
    public void Of_SeveralNamed_DevelopsTheNearestByTheStatedDay()
    {
        var group = new GroupBuilder().Post("a", "h").Name("a", "k").Name("a", "m", Readiness.By(Today.AddYears(3)))
            .Name("a", "n", Readiness.By(Today.AddYears(2)));
        var change = (MadeReady)Only(group, "a", ActionKind.DevelopSuccessor).Change;
        Assert.Equal(("n", Today.AddDays(365), new PostId("a")), (change.Person.Value, change.By, change.Post));
    }

    [Fact]
    public void Of_OnlySomebodyOfUnknownReadinessNamed_DevelopsThatPerson() => Assert.Equal(
        "k", ((MadeReady)Only(new GroupBuilder().Post("a", "h").Name("a", "k"), "a", ActionKind.DevelopSuccessor).Change).Person.Value);

    [Fact]
    public void Of_NamedPersonOutsideCountedElsewhereOrHolder_IsNotDeveloped()
    {
        var group = new GroupBuilder().Post("a", "h").Name("a", "out", external: true).Name("a", "h").Name("a", "n")
            .Post("b", "k", ["T2"]).Ready("b", "n");
        Assert.Empty(Of(group, "a"));
    }

    [Fact]
    public void Of_NobodyNamed_NamesTheFirstWhoIsReadyForTheFamilyAndFree()
    {
        // p is counted for b; m is of another family, o ready too late, out outside the group, h the holder.
        var group = new GroupBuilder().Post("a", "h").Post("b", "k", ["T2"]).Post("f", "l", ["T3"], GroupBuilder.Finance)
            .Name("b", "p", Readiness.By(Today), 1).Name("b", "h", Readiness.By(Today), 2).Name("b", "r", Readiness.By(Today), 3)
            .Name("b", "q", Readiness.By(Today.AddDays(90)), 4).Name("b", "o", Readiness.By(Today.AddDays(91)), 5)
            .Name("b", "j", Readiness.By(Today), external: true)
            .Name("f", "g", Readiness.By(Today), 2).Name("f", "i", Readiness.By(Today), 1);
        var added = (NominationAdded)Only(group, "a", ActionKind.NameSuccessor).Change;
        Assert.Equal(
            (new PostId("a"), "q", Readiness.By(Today.AddDays(365))),
            (added.Nomination.Post, added.Nomination.Nominee.Value, added.Nomination.Readiness));
    }

    [Fact]
    public void Of_EverybodyFreeIsNamedAlready_NamesNobody()
    {
        var group = new GroupBuilder().Post("a", "h").Name("a", "q", external: true).Post("b", "k", ["T2"])
            .Name("b", "p", Readiness.By(Today), 1).Name("b", "q", Readiness.By(Today), 2);
        Assert.DoesNotContain(Of(group, "a"), action => action.Kind == ActionKind.NameSuccessor);
    }

    [Fact]
    public void Of_PostWithSuccessor_NeedsNoOther() => Assert.Empty(Of(new GroupBuilder().Post("a", "h").Ready("a", "n"), "a"));

    [Fact]
    public void Of_NoDeputy_AsksThePostThatSharesMostThenTheLeastCritical()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"]).Ready("a", "n")
            .Post("b", "k", ["T1"], criticality: Criticality.Proposed(1))
            .Post("c", "l", ["T1", "T2"], criticality: Criticality.Proposed(3))
            .Post("d", "m", ["T2", "T3"], criticality: Criticality.Proposed(2))
            .Post("e", "o", ["T1", "T2", "T3"], criticality: Criticality.Proposed(4)).Post("f", serves: ["T1", "T2", "T3"])
            .Post("g", "h", ["T1", "T2", "T3"]);
        var change = (DeputyAccepted)Only(group, "a", ActionKind.AgreeDeputy).Change;
        Assert.Equal((new PostId("a"), new PostId("d")), (change.Post, change.Deputy));
    }

    [Fact]
    public void Of_DeputyInPlace_AsksNoOther()
    {
        var group = new GroupBuilder().Post("a", "h", deputies: ["b"]).Ready("a", "n").Post("b", "k");
        Assert.Empty(Of(group, "a"));
    }

    [Fact]
    public void Of_NoPostSharesAnOrganisation_AsksNobody() =>
        Assert.Empty(Of(new GroupBuilder().Post("a", "h").Ready("a", "n").Post("b", "k", ["T2"]), "a"));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Of_AgreedEnd_IsSearchedForEarlyWhileItLiesAhead(int days, bool offered)
    {
        var group = new GroupBuilder().Post("a", "h", start: Today.AddYears(-1), plannedEnd: Today.AddDays(days)).Ready("a", "n");
        Assert.Equal(offered ? [ActionKind.SearchEarly] : [], Of(group, "a").Select(action => action.Kind));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Of_AgreedEnd_IsLookedAtWithinTheYearsOnly(int days, bool offered)
    {
        var group = new GroupBuilder().Post("a", "h", plannedEnd: Today.AddYears(5).AddDays(days)).Ready("a", "n");
        Assert.Equal(offered, Of(group, "a").Any(action => action.Kind == ActionKind.SearchEarly));
    }

    [Theory]
    [InlineData(92, true)]
    [InlineData(91, false)]
    public void Of_EarlySearch_MustBeEarlierThanTheNotice(int days, bool offered)
    {
        var group = new GroupBuilder().Post("a", "h", plannedEnd: Today.AddYears(1)).Ready("a", "n").Build();
        var found = ActionCandidates.Of(group, GroupBuilder.Data, Rules with { EarlySearchDays = GroupBuilder.Number(days) }, 5);
        Assert.Equal(offered ? [days] : [], found.Select(action => ((EarlySearch)action.Change).Days));
    }

    [Fact]
    public void Of_TermsOfAJobShare_LooksAtTheOneThatEndsFirst()
    {
        BoardClock[] clocks = [new(new("T1"), Today.AddYears(-1))];
        var group = new GroupBuilder().Post("a", family: GroupBuilder.Chair)
            .Appoint("a", "h", plannedEnd: Today.AddYears(2), boards: clocks)
            .Appoint("a", "k", plannedEnd: Today.AddYears(1), boards: clocks).Ready("a", "n");
        var change = (TermExtended)Only(group, "a", ActionKind.ExtendTerm).Change;
        Assert.Equal(
            ("k", Today.AddYears(4), new OrganisationId("T1")), (change.Person.Value, change.Until, change.Boards.Single()));
    }

    [Fact]
    public void Of_TermThatReachesTheLimit_IsNotExtended()
    {
        var clock = new BoardClock(new("T1"), Today.AddYears(-8));
        var group = new GroupBuilder()
            .Post("a", "h", family: GroupBuilder.Chair, plannedEnd: Today.AddYears(1), boards: [clock]).Ready("a", "n");
        Assert.DoesNotContain(Of(group, "a"), action => action.Kind == ActionKind.ExtendTerm);
    }

    [Fact]
    public void Of_PostOverFiveOrganisationsWithSuccessor_KeepsTheThreeThatGetMostTime()
    {
        var post = new Post(
            new("a"), GroupBuilder.Chair, PostLevel.Group,
            [
                new(new("T1")), new(new("T2"), 0.1), new(new("T3"), 0.3), new(new("T4"), 0.3), new(new("T5")),
            ]);
        var group = new GroupSnapshot(
            Today, [post], [new(post.Id, new("h"), AppointmentKind.Substantive)], [new(post.Id, new("n"), Readiness.By(Today))]);
        var split = (PostSplit)Assert.Single(ActionCandidates.Of(group, GroupBuilder.Data, Rules, 5)).Change;
        Assert.Equal(
            [("a", "T3 T4 T2", "h"), ("a/2", "T1 T5", null)],
            split.Parts.Select(part => (part.Post.Value, string.Join(' ', part.Organisations), part.Holder?.Value)));
    }

    [Fact]
    public void Of_IdentifierOfTheSecondPartTaken_TakesAnother()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2"]).Ready("a", "n").Post("a/2", "k", ["T3"]).Post("a/2/2", "l", ["T4"]);
        var split = (PostSplit)Only(group, "a", ActionKind.SplitPost).Change;
        Assert.Equal(["a", "a/2/2/2"], split.Parts.Select(part => part.Post.Value));
    }

    [Fact]
    public void Of_PostThatIsVacantSharedOrWithoutSuccessor_IsNotSplit()
    {
        string[] both = ["T1", "T2"];
        Assert.DoesNotContain(Of(new GroupBuilder().Post("a", serves: both).Ready("a", "n"), "a"), IsSplit);
        Assert.DoesNotContain(Of(new GroupBuilder().Post("a", "h", both).Appoint("a", "k").Ready("a", "n"), "a"), IsSplit);
        Assert.DoesNotContain(Of(new GroupBuilder().Post("a", "h", both), "a"), IsSplit);
        Assert.DoesNotContain(Of(new GroupBuilder().Post("a", "h").Ready("a", "n"), "a"), IsSplit);
        static bool IsSplit(CandidateAction action) => action.Kind == ActionKind.SplitPost;
    }

    private static CandidateAction[] Of(GroupBuilder group, string post) =>
        [.. ActionCandidates.Of(group.Build(), GroupBuilder.Data, Rules, 5).Where(action => action.Post.Value == post)];

    private static CandidateAction Only(GroupBuilder group, string post, ActionKind kind) =>
        Assert.Single(Of(group, post), action => action.Kind == kind);
}
