using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Ties;

namespace Talent.Succession.Engine.Tests;

public sealed class TieTests
{
    [Fact]
    public void Of_ChainOfOverlaps_IsOneGroupAndWhatLiesBelowAnother()
    {
        var groups = TieRanking.Of([Risk("d", 0, 1), Risk("b", 3, 6), Risk("c", 2, 4), Risk("a", 5, 8)], Weighting.Equal);
        Assert.Equal(["1: a b c", "4: d"], groups.Select(Text));
        Assert.Equal([true, false], groups.Select(group => group.IsTie));
    }

    [Fact]
    public void Of_IntervalsThatTouch_AreTied() =>
        Assert.Equal(["1: a b"], TieRanking.Of([Risk("a", 0, 1), Risk("b", 1, 2)], Weighting.Equal).Select(Text));

    [Fact]
    public void Of_OneInsideAnother_IsOneGroup() =>
        Assert.Equal(["1: a b c"], TieRanking.Of([Risk("a", 0, 9), Risk("b", 7, 8), Risk("c", 1, 2)], Weighting.Equal).Select(Text));

    [Fact]
    public void Of_RandomIntervals_AreTheConnectedPartsOfTheOverlap()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            PostRisk[] risks =
            [
                .. Enumerable.Range(0, 12).Select(at => (at, low: random.Next(60)))
                    .Select(made => Risk($"p{made.at:00}", made.low, made.low + random.Next(9))),
            ];
            var groups = TieRanking.Of(risks, Weighting.Equal);
            var expected = risks.ToDictionary(risk => risk.Post, risk => Joined(risk, risks));
            foreach (var group in groups)
            {
                var together = string.Join(' ', group.Posts.Select(one => one.Risk.Post));
                Assert.All(group.Posts, post => Assert.Equal(expected[post.Risk.Post], together));
            }

            Assert.Equal(12, groups.Sum(group => group.Posts.Count));
            Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.True(
                pair.First.Posts.Min(post => post.Risk.Equal.Estimate.Low) > pair.Second.Posts.Max(post => post.Risk.Equal.Estimate.High)));
            Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.Equal(pair.First.Place + pair.First.Posts.Count, pair.Second.Place));
            random.Shuffle(risks);
            Assert.Equal(groups.Select(Text), TieRanking.Of(risks, Weighting.Equal).Select(Text));
        }
    }

    [Fact]
    public void Separators_TwoUnknowns_AreOrderedByWhatEachWouldNarrow()
    {
        var wide = Explained.From(
            "sum", "days", Operation.Sum, Explained.Missing("small", 0, 2, "days", "the small one"),
            Explained.Missing("great", 0, 10, "days", "the great one"), Explained.Given("known", Estimate.Of(1, 0, 3), "days", "a test"));
        var group = Assert.Single(TieRanking.Of([Risk("a", wide), Risk("b", 12, 14)], Weighting.Equal));
        Assert.Equal([new Separator("the great one", 10), new Separator("the small one", 2)], group.Posts[0].Separators);
        Assert.Empty(group.Posts[1].Separators);
        Assert.True(group.ComesApart);
    }

    [Fact]
    public void Separators_SameThingToRecordTwice_IsKnownInBothPlaces()
    {
        var part = Explained.Missing("part", 0, 4, "days", "the part");
        var group = Assert.Single(TieRanking.Of(
            [Risk("a", Explained.From("product", "days", Operation.Product, part, part)), Risk("b", 3, 14)], Weighting.Equal));
        Assert.Equal([new Separator("the part", 16)], group.Posts[0].Separators);
        Assert.False(group.ComesApart);
    }

    [Fact]
    public void Separators_PostThatIsAlone_AreNone()
    {
        var group = Assert.Single(TieRanking.Of([Risk("a", Explained.Missing("part", 0, 4, "days", "the part"))], Weighting.Equal));
        Assert.Empty(group.Posts[0].Separators);
        Assert.False(group.ComesApart);
    }

    [Fact]
    public void Of_RandomGroups_TiesHoldThoseOfTheRankingAndInputsThatAreUnknown()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var analysis = GroupBuilder.Random(new Random(seed), 9).Analyse();
            var groups = TieRanking.Of(analysis).ByCriticality;
            var place = groups.SelectMany(group => group.Posts.Select(post => (post.Risk.Post, group.Place)))
                .ToDictionary(pair => pair.Post, pair => pair.Place);
            Assert.All(analysis.Ranking(Weighting.ByCriticality), ranked =>
            {
                Assert.All(ranked.TiedWith, other => Assert.Equal(place[ranked.Risk.Post], place[other]));
                Assert.True(place[ranked.Risk.Post] <= ranked.Place);
            });
            foreach (var post in groups.Where(group => group.IsTie).SelectMany(group => group.Posts))
            {
                Assert.Equal(
                    post.Risk.Weighted.UnknownInputs().Select(input => input.ToRecord!).Distinct().Order(StringComparer.Ordinal),
                    post.Separators.Select(each => each.ToRecord).Order(StringComparer.Ordinal));
                double[] narrower = [.. post.Separators.Select(each => each.Narrower)];
                Assert.Equal(narrower.OrderDescending(), narrower);
            }
        }
    }

    [Fact]
    public void Of_CriticalityNotAgreed_IsRankedByEqualWeightsToo()
    {
        var agreed = Criticality.Agreed(2, GroupBuilder.Today);
        var one = new GroupBuilder().Post("a", "h", criticality: Criticality.Proposed(5)).Post("b", "k", criticality: agreed).Analyse();
        Assert.Equal(["1: a b"], TieRanking.Of(one).ByEqualWeights!.Select(Text));
        Assert.Null(TieRanking.Of(new GroupBuilder().Post("a", "h", criticality: agreed).Analyse()).ByEqualWeights);
    }

    private static string Joined(PostRisk from, PostRisk[] risks)
    {
        var found = new HashSet<PostRisk> { from };
        while (risks.FirstOrDefault(risk => !found.Contains(risk)
            && found.Any(other => !other.Equal.Estimate.SeparatesFrom(risk.Equal.Estimate))) is { } next) found.Add(next);
        return string.Join(' ', found.Select(risk => risk.Post.Value).Order(StringComparer.Ordinal));
    }

    private static string Text(TieGroup group) => $"{group.Place}: {string.Join(' ', group.Posts.Select(post => post.Risk.Post))}";

    private static PostRisk Risk(string post, double low, double high) =>
        Risk(post, Explained.Given("figure", Estimate.Of((low + high) / 2, low, high), "days", "a test"));

    private static PostRisk Risk(string post, Explained figure) => new(new PostId(post), figure, figure, false);
}
