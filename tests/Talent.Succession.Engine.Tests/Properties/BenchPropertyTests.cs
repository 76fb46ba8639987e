using FsCheck;
using FsCheck.Fluent;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.CriticalPeople;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests.Properties;

/// <summary>What holds of the true bench of any group.</summary>
public sealed class BenchPropertyTests
{
    [Fact]
    public void Of_AnyGroup_LeavesAsManyPostsBareAsHallsTheoremSays() => Cases.Check(GroupPlan.Any, plan =>
    {
        var posts = Enumerable.Range(0, plan.Posts.Count).ToArray();
        var most = Enumerable.Range(0, 1 << posts.Length)
            .Select(set => posts.Where(post => (set & (1 << post)) != 0).ToArray())
            .Max(set => set.Length - set.SelectMany(post => ReadyFor(plan, post)).Distinct().Count());

        Assert.Equal(most, BenchOf(plan).Bare.Count);
    });

    [Fact]
    public void Competing_AnyGroup_ShortfallsAreTheBarePosts() => Cases.Check(GroupPlan.Any, plan =>
    {
        var bench = BenchOf(plan);

        Assert.Equal(bench.Bare.Count, bench.Competing.Sum(set => set.Posts.Count - set.People.Count));
        Assert.All(bench.Bare, post => Assert.Contains(bench.Competing, set => set.Posts.Contains(post)));
    });

    [Fact]
    public void SuccessorFor_AnyGroup_IsNamedReadyAndCountedOnce() => Cases.Check(GroupPlan.Any, plan =>
    {
        var bench = BenchOf(plan);
        var counted = new HashSet<PersonId>();
        for (var post = 0; post < plan.Posts.Count; post++)
        {
            if (bench.SuccessorFor(new PostId($"post-{post}")) is not { } successor) continue;
            Assert.True(counted.Add(successor));
            Assert.Contains(successor.Value, ReadyFor(plan, post).Select(person => $"person-{person}"));
        }
    });

    [Fact]
    public void Of_NominationMore_NeverCoversFewer() => Cases.Check(WithName(), pair =>
    {
        var (plan, name) = pair;
        var more = plan with { Names = [.. plan.Names.Where(each => (each.Post, each.Person) != (name.Post, name.Person)), name] };
        var less = plan with { Names = [.. more.Names.Take(more.Names.Count - 1)] };

        Assert.InRange(BenchOf(more).Covered - BenchOf(less).Covered, 0, 1);
    });

    [Fact]
    public void Of_PersonLess_CoversTheSameOrOneFewer() => Cases.Check(
        GroupPlan.Any.Generator.Zip(Gen.Choose(0, GroupPlan.People - 1)).ToArbitrary(),
        pair =>
        {
            var (plan, person) = pair;
            var snapshot = plan.Group().Build();
            var gone = TrueBench.Of(snapshot, GroupBuilder.Data.Thresholds, new PersonId($"person-{person}"));

            Assert.InRange(BenchOf(plan).Covered - gone.Covered, 0, 1);
        });

    [Fact]
    public void Of_OtherNamesForEverything_CoversAsManyAndAsHeavyPosts() => Cases.Check(GroupPlan.Any, plan =>
    {
        var renamed = TrueBench.Of(
            plan.Group(post => $"seat-{9 - post}", person => $"leader-{(person * 3) % GroupPlan.People}").Build(),
            GroupBuilder.Data.Thresholds);

        Assert.Equal(Weights(plan, BenchOf(plan), post => $"post-{post}"), Weights(plan, renamed, post => $"seat-{9 - post}"));
    });

    [Fact]
    public void Find_AnyGroup_CriticalSetsHoldNoSmallerOne() => Cases.Check(GroupPlan.Any, plan =>
    {
        var sets = CriticalSets.Find(plan.Group().Build(), GroupBuilder.Data.Thresholds, 0.3).Sets;

        Assert.All(sets, set => Assert.True(set.ShareOfWeight > 0.3));
        Assert.DoesNotContain(
            sets, set => sets.Any(other => other.People.Count < set.People.Count && other.People.All(set.People.Contains)));
    });

    [Fact]
    public void Analysis_PartsInAnotherOrder_IsTheSame() => Cases.Check(
        GroupPlan.Any.Generator.Zip(Gen.Choose(1, 1000)).ToArbitrary(),
        pair =>
        {
            var group = pair.Item1.Group();
            var one = new GroupAnalysis(group.Build(), GroupBuilder.Data);
            var other = new GroupAnalysis(group.BuildShuffled(new System.Random(pair.Item2)), GroupBuilder.Data);

            foreach (var post in one.Snapshot.Posts.Select(post => post.Id))
            {
                Assert.Equal(one.Risks[post].Weighted.Estimate, other.Risks[post].Weighted.Estimate);
                Assert.Equal(one.Bench.SuccessorFor(post), other.Bench.SuccessorFor(post));
            }
        });

    private static TrueBench BenchOf(GroupPlan plan) => TrueBench.Of(plan.Group().Build(), GroupBuilder.Data.Thresholds);

    // Said once more, by the plan alone: ready within ninety days, and not the holder.
    private static IEnumerable<int> ReadyFor(GroupPlan plan, int post) => plan.Names
        .Where(name => name.Post == post && name.ReadyIn <= 90 && plan.Posts[post].Holder != name.Person).Select(name => name.Person);

    private static (int Covered, int Weight) Weights(GroupPlan plan, TrueBench bench, Func<int, string> id)
    {
        var covered = Enumerable.Range(0, plan.Posts.Count).Where(post => bench.SuccessorFor(new PostId(id(post))) is not null).ToArray();
        return (covered.Length, covered.Sum(post => plan.Posts[post].Weight));
    }

    private static Arbitrary<(GroupPlan Plan, PlannedName Name)> WithName() => (
        from plan in GroupPlan.Any.Generator
        from post in Gen.Choose(0, plan.Posts.Count - 1)
        from person in Gen.Choose(0, GroupPlan.People - 1)
        from ready in Gen.Choose(-200, 400)
        select (plan, new PlannedName(post, person, ready))).ToArbitrary();
}
