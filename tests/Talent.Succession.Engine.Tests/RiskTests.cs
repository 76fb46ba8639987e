using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;

namespace Talent.Succession.Engine.Tests;

public sealed class RiskTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;
    private static readonly double Probability = 1 - Math.Exp(-0.27);

    [Fact]
    public void Risk_NobodyNamed_IsProbabilityTimesTimeToFillTimesWeight()
    {
        var risk = Risk(new GroupBuilder().Post("p", "h", criticality: Criticality.Agreed(4, Today)));
        Assert.Equal(Probability * 137 * 4, risk.Weighted.Estimate.Value!.Value, 1e-9);
        Assert.Equal(Probability * 137, risk.Equal.Estimate.Value!.Value, 1e-9);
        Assert.Equal((1 - Math.Exp(-0.23)) * 91 * 4, risk.Weighted.Estimate.Low, 1e-9);
        Assert.Equal((1 - Math.Exp(-0.31)) * 274 * 4, risk.Weighted.Estimate.High, 1e-9);
    }

    [Fact]
    public void Risk_WeightedAndEqualDays_SayWhichTheyAre()
    {
        var risk = Risk(new GroupBuilder().Post("p", "h"));
        Assert.Equal(("weighted days", "days"), (risk.Weighted.Unit, risk.Equal.Unit));
        Assert.Equal((risk.Weighted, risk.Equal), (risk.Under(Weighting.ByCriticality), risk.Under(Weighting.Equal)));
    }

    [Fact]
    public void Risk_VacantPostWithAnIntervalOfReadiness_HasItsRange()
    {
        var risk = Risk(new GroupBuilder().Post("p").Name("p", "x", Readiness.Between(Today.AddDays(10), Today.AddDays(40))));
        Assert.Equal(Estimate.Of(70, 40, 70), risk.Equal.Estimate);
    }

    [Fact]
    public void Risk_SuccessorReadyLongAgo_IsReadyToday() =>
        Assert.Equal(30, Risk(new GroupBuilder().Post("p").Name("p", "x", Readiness.By(Today.AddYears(-1)))).Equal.Estimate.Value);

    [Fact]
    public void Risk_SeveralOfUnknownReadiness_SaysHowMany()
    {
        var risk = Risk(new GroupBuilder().Post("p", "h").Name("p", "x").Name("p", "y"));
        Assert.Contains(risk.Equal.UnknownInputs(), input => input.ToRecord!.Contains("2 named people", StringComparison.Ordinal));
    }

    [Fact]
    public void Risk_ReadySuccessorBesideOneOfUnknownReadiness_HasNoOpenQuestion() =>
        Assert.Empty(Risk(new GroupBuilder().Post("p", "h").Name("p", "x").Ready("p", "y")).Equal.UnknownInputs());

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Risk_Criticality_SaysWhetherItIsAgreed(int weight, bool agreed)
    {
        var criticality = agreed ? Criticality.Agreed(weight, Today) : Criticality.Proposed(weight);
        var part = Risk(new GroupBuilder().Post("p", "h", criticality: criticality)).Weighted.Parts.Single(each => each.Unit == "times");
        Assert.Equal((weight, agreed ? Today : null), (part.Estimate.Value, part.Date));
    }

    [Fact]
    public void Concentration_SharedJob_CountsInEqualParts()
    {
        // Two of three equal posts are one person's, the third is shared with another: shares 5/6 and 1/6.
        var group = new GroupBuilder().Post("a", "h").Post("b", "h").Post("c", "h").Appoint("c", "k").Build();
        var index = Concentration.Of(group, Weighting.Equal)!.Index.Estimate.Value!.Value;
        Assert.Equal(26.0 / 36, index, 1e-12);
    }

    [Fact]
    public void Concentration_ByCriticality_CountsTheWeights()
    {
        var group = new GroupBuilder().Post("a", "h", criticality: Criticality.Proposed(1))
            .Post("b", "k", criticality: Criticality.Proposed(3)).Build();
        Assert.Equal(10.0 / 16, Concentration.Of(group, Weighting.ByCriticality)!.Index.Estimate.Value!.Value, 1e-12);
    }

    [Fact]
    public void Risk_ReadySuccessorOfItsOwn_FitsIntoTheNotice() =>
        Assert.Equal(0, Risk(new GroupBuilder().Post("p", "h").Ready("p", "x")).Equal.Estimate.Value);

    [Fact]
    public void Risk_SuccessorReadyLater_CountsFromThatDay()
    {
        var risk = Risk(new GroupBuilder().Post("p", "h").Name("p", "x", Readiness.By(Today.AddDays(120))));
        Assert.Equal(Probability * (120 + 30 - 91), risk.Equal.Estimate.Value!.Value, 1e-9);
    }

    [Fact]
    public void Risk_SuccessorReadyAfterTheTimeToFill_DoesNotLengthenIt()
    {
        var risk = Risk(new GroupBuilder().Post("p", "h").Name("p", "x", Readiness.By(Today.AddDays(360))));
        Assert.Equal(Probability * 137, risk.Equal.Estimate.Value!.Value, 1e-9);
    }

    [Fact]
    public void Risk_ReadinessUnknown_IsNeverSafeButWidensTheRange()
    {
        var risk = Risk(new GroupBuilder().Post("p", "h").Name("p", "x"));
        Assert.Equal(Probability * 137, risk.Equal.Estimate.Value!.Value, 1e-9);
        Assert.Equal(0, risk.Equal.Estimate.Low);
        Assert.Contains(risk.Equal.UnknownInputs(), input => input.ToRecord!.Contains("one named person", StringComparison.Ordinal));
    }

    [Fact]
    public void Risk_VacantPost_HasNoNotice()
    {
        var risk = Risk(new GroupBuilder().Post("p").Appoint("p", "i", AppointmentKind.Interim).Ready("p", "x"));
        Assert.True(risk.IsVacant);
        Assert.Equal(30, risk.Equal.Estimate.Value);
    }

    [Fact]
    public void Risk_CriticalityNotGiven_IsUnknownBetweenOneAndFiveTimes()
    {
        var risk = Risk(new GroupBuilder().Post("p", "h", criticality: Criticality.NotGiven));
        Assert.Null(risk.Weighted.Estimate.Value);
        Assert.Equal(5 * risk.Equal.Estimate.High, risk.Weighted.Estimate.High, 1e-9);
        Assert.NotNull(risk.Equal.Estimate.Value);
    }

    [Fact]
    public void Risk_RandomGroups_OrderAndNamesOfTheInputNeverMatter()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var group = GroupBuilder.Random(new Random(seed), 9);
            var one = group.Analyse();
            var other = new GroupAnalysis(group.BuildShuffled(new Random(seed)), GroupBuilder.Data);
            Assert.Equal(one.Ranking(Weighting.ByCriticality).Select(Text), other.Ranking(Weighting.ByCriticality).Select(Text));
        }

        static string Text(RankedPost post) => $"{post.Place} {post.Risk.Post} {post.Risk.Weighted.Estimate} {post.Risk.Equal.Estimate}";
    }

    [Fact]
    public void Ranking_RangesOverlap_PostsAreTiedAndToldWhatWouldSeparateThem()
    {
        var ranking = new GroupBuilder().Post("a", "h1").Post("b", "h2").Name("b", "x").Post("c", "h3").Ready("c", "y")
            .Analyse().Ranking(Weighting.ByCriticality);
        Assert.Equal([("a", 1), ("b", 1), ("c", 2)], ranking.Select(post => (post.Risk.Post.Value, post.Place)).Order());
        Assert.Equal([["b"], ["a", "c"], ["b"]], ranking.OrderBy(post => post.Risk.Post.Value, StringComparer.Ordinal)
            .Select(post => post.TiedWith.Select(other => other.Value)));
        Assert.All(ranking, post => Assert.Contains("the readiness or availability of one named person", post.WouldSeparate));
    }

    [Fact]
    public void Ranking_RangesApart_PostsHavePlacesOfTheirOwn()
    {
        var ranking = new GroupBuilder().Post("a", "h1").Post("c", "h3").Ready("c", "y").Analyse().Ranking(Weighting.ByCriticality);
        Assert.Equal([("a", 1), ("c", 2)], ranking.Select(post => (post.Risk.Post.Value, post.Place)));
        Assert.All(ranking, post => Assert.Empty(post.TiedWith));
        Assert.All(ranking, post => Assert.Empty(post.WouldSeparate));
    }

    [Fact]
    public void Ranking_ByCriticalityAndByEqualWeights_MayDiffer()
    {
        var analysis = new GroupBuilder().Post("a", "h1", criticality: Criticality.Proposed(1))
            .Post("b", "h2", criticality: Criticality.Agreed(5, Today)).Analyse();
        Assert.Equal(["b", "a"], analysis.Ranking(Weighting.ByCriticality).Select(post => post.Risk.Post.Value));
        Assert.Equal(["a", "b"], analysis.Ranking(Weighting.Equal).Select(post => post.Risk.Post.Value));
        Assert.True(analysis.ChangesWithEqualWeights);
        Assert.Equal(1, analysis.NotAgreed);
    }

    [Fact]
    public void Ranking_GroupWithoutAPost_CountsPlacesAmongTheOthers()
    {
        var group = new GroupBuilder().Post("a", "h1").Post("c", "h3").Ready("c", "y").Build().Without(new HashSet<PostId> { new("a") });
        var ranking = new GroupAnalysis(group, GroupBuilder.Data).Ranking(Weighting.Equal);
        Assert.Equal([("c", 1)], ranking.Select(post => (post.Risk.Post.Value, post.Place)));
    }

    [Fact]
    public void Ranking_UnknownFigure_StandsWhereItsWorstPutsIt()
    {
        var ranking = new GroupBuilder().Post("a", "h1").Post("b", "h2", family: new FamilyKey("other"))
            .Analyse().Ranking(Weighting.ByCriticality);
        Assert.Equal("b", ranking[0].Risk.Post.Value);
    }

    [Fact]
    public void Ranking_EqualFigures_StandByTheirUpperEndThenByIdentifier()
    {
        PostRisk[] risks =
        [
            Figure("c", Estimate.Of(5, 1, 6)), Figure("a", Estimate.Of(5, 1, 6)), Figure("b", Estimate.Of(5, 1, 7)),
            Figure("d", Estimate.Of(8, 8, 8)),
        ];
        Assert.Equal(["d", "b", "a", "c"], RiskRanking.Of(risks, Weighting.Equal).Select(post => post.Risk.Post.Value));
    }

    [Fact]
    public void Ranking_UnknownPostApartFromAllOthers_NeedsNothingToSeparateIt()
    {
        PostRisk[] risks = [Unknown("a", 5, 9, "it"), Figure("b", Estimate.Of(2, 1, 3))];
        Assert.All(RiskRanking.Of(risks, Weighting.Equal), post => Assert.Empty(post.WouldSeparate));
    }

    [Fact]
    public void Ranking_SeveralUnknownTiedPosts_SayWhatToRecordOnceAndInOrder()
    {
        PostRisk[] risks = [Unknown("a", 5, 9, "y"), Unknown("b", 6, 8, "x"), Unknown("c", 6, 7, "y")];
        Assert.All(RiskRanking.Of(risks, Weighting.Equal), post => Assert.Equal(["x", "y"], post.WouldSeparate));
    }

    [Fact]
    public void Concentration_FourEqualPostsInTwoHands_IsThatOfTwoLeaders()
    {
        var group = new GroupBuilder().Post("a", "h").Post("b", "h").Post("c", "k").Post("d", "k").Build();
        var concentration = Concentration.Of(group, Weighting.Equal)!;
        Assert.Equal(0.5, concentration.Index.Estimate.Value);
        Assert.Equal(2, concentration.EffectiveLeaders.Estimate.Value);
    }

    [Fact]
    public void Concentration_NobodyHoldsAPost_IsNotAFigure() =>
        Assert.Null(Concentration.Of(new GroupBuilder().Post("a").Build(), Weighting.Equal));

    private static PostRisk Figure(string post, Estimate estimate) => Of(post, Explained.Given("f", estimate, "days", "a test"));

    private static PostRisk Unknown(string post, double low, double high, string toRecord) =>
        Of(post, Explained.Missing("f", low, high, "days", toRecord));

    private static PostRisk Of(string post, Explained figure) => new(new(post), figure, figure, false);

    private static PostRisk Risk(GroupBuilder group) => group.Analyse().Risks.Values.Single();
}
