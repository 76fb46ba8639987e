using Talent.Succession.Engine.Flags;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

public sealed class HeroicLeadershipTests
{
    [Fact]
    public void Find_TwoHoldersOfFourPostsOneWithDeputiesAndBench_FlagsOnlyTheOther()
    {
        var finding = Assert.Single(TwoHolders().Analyse().Findings);
        Assert.Equal(["a1", "a2", "a3", "a4"], finding.Posts.Select(post => post.Value));
        Assert.Equal(0, finding.ShareCovered.Estimate.Value);
        Assert.Contains(finding.Reasons, reason => reason is { Kind: FlagReasonKind.PostsHeldByOnePerson, Observed: 4 });
        Assert.Contains(finding.Reasons, reason => reason is { Kind: FlagReasonKind.OrganisationsRelyOnOnePerson, Observed: 4 });
        Assert.Contains(finding.Reasons, reason => reason is { Kind: FlagReasonKind.CoverConfirmedForFew, Observed: 0 });
        Assert.Contains(finding.Reasons, reason => reason is { Kind: FlagReasonKind.NoAcceptedDeputy, Observed: 4 });
        Assert.NotEmpty(finding.Actions);
    }

    [Fact]
    public void Find_ThirdSuccessorNeededElsewhere_ClearsNothing()
    {
        var group = TwoHolders(deputiesOfBoth: true).Ready("a1", "s1").Ready("a2", "s2");
        var before = Assert.Single(group.Analyse().Findings);

        // Named for b3 already, which has nobody else.
        var after = Assert.Single(group.Ready("a3", "t3").Analyse().Findings);

        Assert.Equal(before.Covered, after.Covered);
        Assert.Contains(after.Reasons, reason => reason is { Kind: FlagReasonKind.SuccessorsNeededElsewhere, Observed: 1 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Find_ThirdSuccessorNeededByAPostOfAnyWeight_ClearsNothing(int weight)
    {
        var group = TwoHolders(deputiesOfBoth: true).Ready("a1", "s1").Ready("a2", "s2")
            .Post("z", "zh", criticality: Criticality.Agreed(weight, GroupBuilder.Today)).Ready("z", "s3");
        Assert.Single(group.Analyse().Findings);
        Assert.Single(group.Ready("a3", "s3").Analyse().Findings);
    }

    [Fact]
    public void Find_ThirdSuccessorOfItsOwn_ClearsTheFindingWithTheHolderInPlace()
    {
        var group = TwoHolders(deputiesOfBoth: true).Ready("a1", "s1").Ready("a2", "s2").Ready("a3", "s3");
        Assert.Empty(group.Analyse().Findings);
    }

    [Fact]
    public void Find_PostsSplitAmongOthers_ClearsTheFindingWithTheHolderInPlace()
    {
        var group = new GroupBuilder().Post("a1", "h", ["T1"]).Post("a2", "h", ["T2"]).Post("a3", "k", ["T3"]).Post("a4", "k", ["T4"]);
        Assert.Empty(group.Analyse().Findings);
    }

    [Fact]
    public void Find_DeputiesWithoutSuccessors_IsNotCover()
    {
        var finding = Assert.Single(TwoHolders(deputiesOfBoth: true).Analyse().Findings);
        Assert.DoesNotContain(finding.Reasons, reason => reason.Kind == FlagReasonKind.NoAcceptedDeputy);
        Assert.Contains(finding.Reasons, reason => reason is { Kind: FlagReasonKind.NoSuccessorOfItsOwn, Observed: 4 });
    }

    [Fact]
    public void Find_OnePostOverFourOrganisations_IsFlaggedWithSiteLeadersAsAction()
    {
        var finding = Assert.Single(new GroupBuilder().Post("a", "h", ["T1", "T2", "T3", "T4"], level: PostLevel.Group).Analyse().Findings);
        Assert.Equal(new PostId("a"), finding.Key);
        Assert.Equal(
            [
                StructuralActionKind.AgreeDeputy, StructuralActionKind.NameSuccessor, StructuralActionKind.SplitPosts,
                StructuralActionKind.AppointSiteLeader,
            ],
            finding.Actions.Select(action => action.Kind));
    }

    [Theory]
    [InlineData(Answer.Yes, 1)]
    [InlineData(Answer.No, 0)]
    [InlineData(Answer.Unknown, 0)]
    public void Find_TwoOrganisations_OnlyWhenDesignedAroundAPerson(Answer designed, int expected) =>
        Assert.Equal(expected, new GroupBuilder().Post("a", "h", ["T1", "T2"], designed: designed).Analyse().Findings.Count);

    [Fact]
    public void Find_ChairSharedWhileChiefExecutivesAreNot_SaysSo()
    {
        var group = new GroupBuilder().Post("chair", "h", ["T1", "T2", "T3"], GroupBuilder.Chair)
            .Post("c1", "k1", ["T1"]).Post("c2", "k2", ["T2"]).Post("c3", "k3", ["T3"]);
        var reasons = Assert.Single(group.Analyse().Findings).Reasons;
        Assert.Contains(reasons, reason => reason is { Kind: FlagReasonKind.ChairSharedChiefExecutiveNot, Observed: 3 });
    }

    [Fact]
    public void Find_ChairAndChiefExecutiveBothShared_DoesNotSaySo()
    {
        var group = new GroupBuilder().Post("chair", "h", ["T1", "T2", "T3"], GroupBuilder.Chair).Post("c", "k", ["T1", "T2", "T3"]);
        Assert.All(
            group.Analyse().Findings,
            finding => Assert.DoesNotContain(finding.Reasons, reason => reason.Kind == FlagReasonKind.ChairSharedChiefExecutiveNot));
    }

    [Fact]
    public void Find_PlannedEndWithinTheWarning_SaysSo()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"], plannedEnd: GroupBuilder.Today.AddDays(100));
        Assert.Contains(Assert.Single(group.Analyse().Findings).Reasons, reason => reason.Kind == FlagReasonKind.TermEndsSoon);
    }

    [Fact]
    public void Find_NamedPersonWithoutReadiness_SaysSoAndOffersToDevelop()
    {
        var finding = Assert.Single(new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"]).Name("a", "x").Analyse().Findings);
        Assert.Contains(finding.Reasons, reason => reason is { Kind: FlagReasonKind.ReadinessNotKnown, Observed: 1 });
        Assert.Contains(finding.Actions, action => action.Kind == StructuralActionKind.DevelopSuccessor);
    }

    [Fact]
    public void Find_HolderLeftTwoOfFourBoards_CountsTheOthersAlone()
    {
        var group = new GroupBuilder().Post("a", serves: ["T1", "T2", "T3", "T4"]).Build();
        var left = new Appointment(new("a"), new("h"), AppointmentKind.Substantive, leftBoards: [new("T3"), new("T4")]);
        var snapshot = new GroupSnapshot(group.AsOf, group.Posts, [left], []);
        Assert.Empty(HeroicLeadershipRule.Find(snapshot, GroupBuilder.Data.Thresholds));
        Assert.Equal(["T3", "T4"], snapshot.OrganisationsWithoutHolder(new("a")).Select(one => one.Value));
    }

    [Fact]
    public void Find_ThresholdRaised_FlagsNothing()
    {
        var thresholds = GroupBuilder.Data.Thresholds with
        {
            PostsHeld = GroupBuilder.Number(5),
            OrganisationsServed = GroupBuilder.Number(5),
        };
        Assert.Empty(HeroicLeadershipRule.Find(TwoHolders().Build(), thresholds));
    }

    [Fact]
    public void Find_InterimHolderOfFourPosts_IsNotAFinding()
    {
        var group = new GroupBuilder();
        for (var post = 1; post <= 4; post++) group.Post($"a{post}").Appoint($"a{post}", "i", AppointmentKind.Interim);
        Assert.Empty(group.Analyse().Findings);
    }

    [Fact]
    public void Find_DeputyServesOneOfFourBoards_ConfirmsThatBoardAlone()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3", "T4"], deputies: ["d"]).Post("d", "dh", ["T1"]).Ready("a", "s");
        var finding = Assert.Single(group.Analyse().Findings);
        Assert.Equal(["T1"], finding.OrganisationsCovered.Select(one => one.Value));
        Assert.Empty(finding.Covered);
        Assert.Contains(finding.Reasons, reason => reason is { Kind: FlagReasonKind.NoAcceptedDeputy, Observed: 1 });
    }

    [Fact]
    public void Find_DeputiesOfOnePostServeItsBoardsBetweenThem_ConfirmTheWholePost()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"], deputies: ["d1", "d2"])
            .Post("d1", "dh1", ["T1", "T2"]).Post("d2", "dh2", ["T3"]).Ready("a", "s");
        Assert.Empty(group.Analyse().Findings);
    }

    [Fact]
    public void Find_OneDeputyForFourPosts_StandsInForOne()
    {
        var group = new GroupBuilder().Post("d", "dh", ["T1", "T2", "T3", "T4"]);
        for (var post = 1; post <= 4; post++)
            group.Post($"a{post}", "h", [$"T{post}"], deputies: ["d"]).Ready($"a{post}", $"s{post}");
        var finding = Assert.Single(group.Analyse().Findings, each => each.Holder == new PersonId("h"));
        Assert.Single(finding.Covered);
        Assert.Single(finding.OrganisationsCovered);
        Assert.Contains(finding.Reasons, reason => reason is { Kind: FlagReasonKind.NoAcceptedDeputy, Observed: 3 });
    }

    [Fact]
    public void Find_DeputyWhoLeftABoard_DoesNotStandInThere()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"], deputies: ["d"]).Post("d", serves: ["T1", "T2", "T3"])
            .Appoint("d", "dh", left: ["T3"]).Ready("a", "s");
        Assert.Equal(["T1", "T2"], Assert.Single(group.Analyse().Findings).OrganisationsCovered.Select(one => one.Value));
    }

    [Fact]
    public void Find_DeputyOfOnePostAloneAndOneOfBoth_CoverBothPosts()
    {
        // The deputy of both is left for the post that has nobody else.
        var group = new GroupBuilder().Post("a1", "h", ["T1"], deputies: ["d1", "d2"]).Post("a2", "h", ["T2"], deputies: ["d1"])
            .Post("a3", "h", ["T3"]).Post("d1", "dh1", ["T1", "T2"]).Post("d2", "dh2", ["T1"]).Ready("a1", "s1").Ready("a2", "s2");
        Assert.Equal(["a1", "a2"], Assert.Single(group.Analyse().Findings).Covered.Select(post => post.Value));
    }

    [Fact]
    public void Find_RandomGroups_EveryFindingHasReasonsAndAnAction()
    {
        var findings = Enumerable.Range(1, 80).SelectMany(seed => GroupBuilder.Random(new Random(seed), 10).Analyse().Findings).ToArray();
        Assert.True(findings.Length > 20);
        Assert.All(findings, finding => Assert.True(finding.Reasons.Count >= 2));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Actions));
        Assert.All(findings, finding => Assert.Contains(finding.Key, finding.Posts));
    }

    [Fact]
    public void Find_ConcentrationAtItsThresholds_IsFlaggedWithEachReason()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2"], designed: Answer.Yes).Post("b", "h", ["T3"], designed: Answer.Yes)
            .Post("c", "h", ["T3"]);
        var reasons = Assert.Single(group.Analyse().Findings).Reasons;
        Assert.Equal(
            [
                (FlagReasonKind.PostsHeldByOnePerson, 3, "a b c", "T1 T2 T3"),
                (FlagReasonKind.OrganisationsRelyOnOnePerson, 3, "a b c", "T1 T2 T3"),
                (FlagReasonKind.DesignedAroundPerson, 2, "a", "T1 T2"),
                (FlagReasonKind.CoverConfirmedForFew, 0, "a b c", "T1 T2 T3"),
                (FlagReasonKind.NoAcceptedDeputy, 3, "a b c", "T1 T2 T3"),
                (FlagReasonKind.NoSuccessorOfItsOwn, 3, "a b c", "T1 T2 T3"),
            ],
            reasons.Select(Said));
        Assert.Equal([3, 3, 2, 0.75, null, null], reasons.Select(reason => reason.Threshold?.Value));
    }

    [Fact]
    public void Find_PostsWithAndWithoutCover_NamesThoseWithoutAlone()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1"], deputies: ["d"]).Post("b", "h", ["T2"]).Post("c", "h", ["T3"])
            .Post("d", "dh", ["T1"]).Ready("a", "s").Name("b", "u").Name("c", "u")
            .Name("c", "e", Readiness.By(GroupBuilder.Today), external: true);
        var finding = Assert.Single(group.Analyse().Findings);
        Assert.Equal(
            [
                (FlagReasonKind.CoverConfirmedForFew, 1, "b c", "T2 T3"), (FlagReasonKind.NoAcceptedDeputy, 2, "b c", "T2 T3"),
                (FlagReasonKind.NoSuccessorOfItsOwn, 2, "b c", "T2 T3"), (FlagReasonKind.ReadinessNotKnown, 2, "b c", "T2 T3"),
            ],
            finding.Reasons.Skip(2).Select(Said));
        Assert.Equal(
            [
                (StructuralActionKind.AgreeDeputy, "b c"), (StructuralActionKind.NameSuccessor, "b c"),
                (StructuralActionKind.DevelopSuccessor, "b c"), (StructuralActionKind.SplitPosts, "a b c"),
            ],
            finding.Actions.Select(action => (action.Kind, Joined(action.Posts))));
        Assert.Equal(1.0 / 3, finding.ShareCovered.Estimate.Value!.Value, 1e-12);
    }

    [Theory]
    [InlineData(PostLevel.Trust, true)]
    [InlineData(PostLevel.Site, false)]
    [InlineData(PostLevel.Division, false)]
    public void Find_SharedPost_OffersASiteLeaderUnlessItIsOne(PostLevel level, bool offered)
    {
        var finding = Assert.Single(new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"], level: level).Analyse().Findings);
        Assert.Equal(offered, finding.Actions.Any(action => action.Kind == StructuralActionKind.AppointSiteLeader));
    }

    [Fact]
    public void Key_SeveralPosts_IsTheOneThatServesMostThenTheFirst()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1"]).Post("c", "h", ["T2", "T3"]).Post("b", "h", ["T2", "T3"]);
        Assert.Equal(new PostId("b"), Assert.Single(group.Analyse().Findings).Key);
    }

    [Fact]
    public void Find_SeveralFindings_AreInTheOrderOfTheirKeys()
    {
        string[] boards = ["T1", "T2", "T3"];
        var group = new GroupBuilder().Post("b", "h", boards).Post("a", "k", boards).Post("c", "g", boards);
        Assert.Equal(["a", "b", "c"], group.Analyse().Findings.Select(finding => finding.Key.Value));
    }

    [Fact]
    public void Find_SharedJob_IsOneFinding()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"]).Appoint("a", "k");
        Assert.Single(group.Analyse().Findings);
    }

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void Find_PlannedEnd_IsSoonWithinTheWarningOnly(int days, bool soon)
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"], plannedEnd: GroupBuilder.Today.AddDays(days));
        var reason = Assert.Single(group.Analyse().Findings).Reasons.SingleOrDefault(each => each.Kind == FlagReasonKind.TermEndsSoon);
        Assert.Equal(soon ? 1 : null, reason?.Observed);
        Assert.Equal(soon ? 365 : null, reason?.Threshold!.Value);
    }

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void Find_TermLimit_IsSoonWithinTheWarningOnly(int days, bool soon)
    {
        BoardClock[] clocks = [new(new("T1"), GroupBuilder.Today.AddDays(days).AddYears(-9))];
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"], GroupBuilder.Chair, boards: clocks);
        Assert.Equal(soon, Assert.Single(group.Analyse().Findings).Reasons.Any(reason => reason.Kind == FlagReasonKind.TermEndsSoon));
    }

    [Fact]
    public void Find_ShareCoveredAtTheThreshold_IsEnough()
    {
        var group = new GroupBuilder();
        for (var post = 1; post <= 4; post++)
            group.Post($"a{post}", "h", [$"T{post}"], deputies: [$"d{post}"]).Post($"d{post}", $"k{post}", [$"T{post}"]);
        Assert.Empty(group.Ready("a1", "s1").Ready("a2", "s2").Ready("a3", "s3").Analyse().Findings);
    }

    [Fact]
    public void OrganisationsCovered_BoardOfTwoPosts_NeedsCoverOfBoth()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2", "T3"], deputies: ["d"]).Post("b", "h", ["T1"])
            .Post("d", "k", ["T1", "T2"]).Ready("a", "s");
        var finding = Assert.Single(group.Analyse().Findings, each => each.Holder == new PersonId("h"));
        Assert.Equal(["T2"], finding.OrganisationsCovered.Select(one => one.Value));
    }

    [Fact]
    public void Find_SeveralPostsDesignedAroundAPerson_SaysWhatTheWidestServes()
    {
        var group = new GroupBuilder().Post("a", "h", ["T1", "T2"], designed: Answer.Yes)
            .Post("b", "h", ["T1", "T2", "T3", "T4"], designed: Answer.Yes).Post("c", "h", ["T1", "T2", "T3"], designed: Answer.Yes);
        Assert.Contains(
            Assert.Single(group.Analyse().Findings).Reasons,
            reason => reason is { Kind: FlagReasonKind.DesignedAroundPerson, Observed: 4, Posts.Count: 3 });
    }

    [Fact]
    public void Find_SinglePostOfOneOrganisation_OffersNoSplit()
    {
        var thresholds = GroupBuilder.Data.Thresholds with { PostsHeld = GroupBuilder.Number(1) };
        var finding = Assert.Single(HeroicLeadershipRule.Find(new GroupBuilder().Post("a", "h").Build(), thresholds));
        Assert.DoesNotContain(finding.Actions, action => action.Kind == StructuralActionKind.SplitPosts);
    }

    [Fact]
    public void Find_ChairOfOneBoardWithASharedChiefExecutive_IsNoSharedChair()
    {
        var group = new GroupBuilder().Post("chair", "h", ["T1"], GroupBuilder.Chair).Post("b", "h", ["T2"], GroupBuilder.Finance)
            .Post("c", "h", ["T3"], GroupBuilder.Finance).Post("e", "k", ["T1"]).Appoint("e", "l");
        Assert.DoesNotContain(
            Assert.Single(group.Analyse().Findings).Reasons, reason => reason.Kind == FlagReasonKind.ChairSharedChiefExecutiveNot);
    }

    [Fact]
    public void Find_DeputyOfTwoPostsInPart_GoesWhereMostBoardsAreWithout()
    {
        Assert.Equal(["T1", "T2"], Boards(InPart(["T1", "T2"], ["T4"])));
        Assert.Equal(["T4", "T5"], Boards(InPart(["T1"], ["T4", "T5"])));
        Assert.Equal(["T1"], Boards(InPart(["T1"], ["T4"])));
    }

    [Fact]
    public void Find_SecondDeputyOfTheSameBoards_StandsInForTheOtherPost()
    {
        var group = InPart(["T1", "T2"], ["T4"]).Appoint("d", "first").Appoint("e", "nobody");
        Assert.Equal(["T1", "T2", "T4"], Boards(group));
    }

    // Two posts of one holder over three boards each; "deputy" stands in for both, on some boards each.
    private static GroupBuilder InPart(string[] first, string[] second) => new GroupBuilder()
        .Post("a", "h", ["T1", "T2", "T3"], deputies: ["d"]).Post("b", "h", ["T4", "T5", "T6"], deputies: ["e"])
        .Post("d", "deputy", first).Post("e", "deputy", second).Ready("a", "s").Ready("b", "t");

    private static IEnumerable<string> Boards(GroupBuilder group) => group.Analyse().Findings
        .Single(finding => finding.Holder == new PersonId("h")).OrganisationsCovered.Select(one => one.Value);

    private static (FlagReasonKind Kind, double Observed, string Posts, string Organisations) Said(FlagReason reason) =>
        (reason.Kind, reason.Observed, Joined(reason.Posts), string.Join(' ', reason.Organisations));

    private static string Joined(IEnumerable<PostId> posts) => string.Join(' ', posts);

    private static GroupBuilder TwoHolders(bool deputiesOfBoth = false)
    {
        var group = new GroupBuilder();
        for (var post = 1; post <= 4; post++)
        {
            group.Post($"a{post}", "h", [$"T{post}"], deputies: deputiesOfBoth ? [$"d{post}"] : [])
                .Post($"b{post}", "k", [$"U{post}"], deputies: [$"e{post}"]).Post($"d{post}", $"dh{post}", [$"T{post}"])
                .Post($"e{post}", $"eh{post}", [$"U{post}"]).Ready($"b{post}", $"t{post}");
        }

        return group;
    }
}
