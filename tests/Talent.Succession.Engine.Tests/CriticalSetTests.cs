using Talent.Succession.Engine.CriticalPeople;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;

namespace Talent.Succession.Engine.Tests;

public sealed class CriticalSetTests
{
    private static readonly RuleThresholds Thresholds = GroupBuilder.Data.Thresholds;

    [Fact]
    public void Find_HolderWithoutSuccessor_IsCriticalAlone()
    {
        var sets = Find(new GroupBuilder().Post("a", "x").Post("b", "y").Ready("b", "z", "w", "v"), 0.4);
        var only = Assert.Single(sets.Sets);
        Assert.Equal(["x"], only.People.Select(person => person.Value));
        Assert.Equal(["a"], only.Uncovered.Select(post => post.Value));
        Assert.Equal(0.5, only.ShareOfWeight);
    }

    [Fact]
    public void Find_TwoHoldersWithOneSuccessor_AreCriticalTogether()
    {
        var sets = Find(new GroupBuilder().Post("a", "x").Post("b", "y").Ready("a", "z").Ready("b", "z"), 0.4);
        Assert.Equal([["x", "y"], ["x", "z"], ["y", "z"]], sets.Sets.Select(set => set.People.Select(person => person.Value)));
    }

    [Fact]
    public void Find_EqualWeights_CountsEachPostOnce()
    {
        var group = new GroupBuilder().Post("a", "x", criticality: Criticality.Agreed(5, GroupBuilder.Today))
            .Post("b", "y", criticality: Criticality.Agreed(1, GroupBuilder.Today))
            .Post("c", "z", criticality: Criticality.Agreed(1, GroupBuilder.Today)).Build();
        Assert.Equal(["x"], CriticalSets.Find(group, Thresholds, 0.5).Sets[0].People.Select(person => person.Value));
        Assert.Equal(
            [["x", "y"], ["x", "z"], ["y", "z"]],
            CriticalSets.Find(group, Thresholds, 0.5, Weighting.Equal).Sets.Select(set => set.People.Select(person => person.Value)));
    }

    [Fact]
    public void Find_PostVacantAnyway_IsNobodysDoing() =>
        Assert.Empty(Find(new GroupBuilder().Post("a").Post("b", "y").Ready("b", "z", "w"), 0.6).Sets);

    [Fact]
    public void Find_MoreThanSixtyPeople_SaysHowManyWereLeftOut()
    {
        var group = new GroupBuilder();
        for (var post = 0; post < 70; post++) group.Post($"p{post:00}", $"h{post:00}");
        Assert.Equal(10, Find(group, 0.9).LeftOut);
    }

    [Fact]
    public void Find_MoreThanSixtyPeople_LeavesOutThoseWhoHoldAndAreNamedForLeast()
    {
        var group = new GroupBuilder();
        for (var post = 0; post < 59; post++) group.Post($"p{post:00}", $"h{post:00}", criticality: Criticality.Proposed(5));
        // Held counts twice: 2, 2 + 5 and 6, against 10 of each of the others.
        group.Post("q1", "a", criticality: Criticality.Proposed(1)).Post("q2", "b", criticality: Criticality.Proposed(1))
            .Post("q3", "c", criticality: Criticality.Proposed(3)).Ready("p00", "b");
        var people = Find(group, 0).Sets.SelectMany(set => set.People).Select(person => person.Value).ToHashSet();
        Assert.Contains("b", people);
        Assert.DoesNotContain("a", people);
        Assert.DoesNotContain("c", people);
    }

    [Fact]
    public void Find_SuccessorWhoCanBeSparedForTheOtherPost_CoversBoth()
    {
        var group = new GroupBuilder().Post("a", "u", criticality: Criticality.Proposed(5))
            .Post("b", "v", criticality: Criticality.Proposed(3)).Ready("a", "x", "y").Ready("b", "x");
        Assert.Equal(["v x", "u x y", "u v y"], Find(group, 0.3).Sets.Select(Names));
    }

    [Fact]
    public void Find_SetsOfOneSize_StandTheHeavierFirstThenByIdentifier()
    {
        var group = new GroupBuilder().Post("a", "w", criticality: Criticality.Proposed(2))
            .Post("b", "z", criticality: Criticality.Proposed(3)).Post("c", "y", criticality: Criticality.Proposed(2));
        Assert.Equal(["z", "w", "y"], Find(group, 0.1).Sets.Select(Names));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Find_ShareOutside_IsRefused(double share) =>
        Assert.Throws<ArgumentException>(() => Find(new GroupBuilder().Post("a", "x"), share));

    [Fact]
    public void Find_RandomGroups_EqualsBruteForce()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var snapshot = GroupBuilder.Random(new Random(seed), 7).Build();
            var share = 0.1 + (seed % 5 * 0.1);
            var expected = BruteForce(snapshot, share).Select(set => string.Join(' ', set)).Order(StringComparer.Ordinal);
            var found = CriticalSets.Find(snapshot, Thresholds, share).Sets
                .Select(Names).Order(StringComparer.Ordinal);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Find_PartsInAnotherOrder_GivesTheSame()
    {
        var group = GroupBuilder.Random(new Random(9), 12);
        string[] Described(GroupSnapshot snapshot) => [.. CriticalSets.Find(snapshot, Thresholds, 0.2).Sets.Select(Names)];
        Assert.Equal(Described(group.Build()), Described(group.BuildShuffled(new Random(2))));
    }

    private static string Names(CriticalSet set) => string.Join(' ', set.People.Select(person => person.Value));

    private static CriticalSets Find(GroupBuilder group, double share) => CriticalSets.Find(group.Build(), Thresholds, share);

    // Every set of up to three, and for each every way of giving vacant posts to those who stay.
    private static List<string[]> BruteForce(GroupSnapshot snapshot, double share)
    {
        string[] people =
        [
            .. snapshot.Holders().Concat(snapshot.Nominations.Select(name => name.Nominee)).Select(person => person.Value).Distinct()
                .Order(StringComparer.Ordinal),
        ];
        var total = snapshot.Posts.Sum(Weight);
        var bareNow = Bare(snapshot, []).ToHashSet();
        var critical = new List<string[]>();
        foreach (var set in Subsets(people).OrderBy(set => set.Length))
        {
            if (critical.Exists(less => less.All(set.Contains))) continue;
            var uncovered = Bare(snapshot, set).Where(post => !bareNow.Contains(post)).Sum(post => Weight(snapshot.Get(post)));
            if (uncovered > share * total) critical.Add(set);
        }

        return critical;
    }

    private static IEnumerable<string[]> Subsets(string[] people)
    {
        for (var one = 0; one < people.Length; one++)
        {
            yield return [people[one]];
            for (var two = one + 1; two < people.Length; two++)
            {
                yield return [people[one], people[two]];
                for (var three = two + 1; three < people.Length; three++) yield return [people[one], people[two], people[three]];
            }
        }
    }

    // Posts are taken by falling weight, of equal ones the first: keep a post when all kept so far and it can be covered together.
    private static IEnumerable<PostId> Bare(GroupSnapshot snapshot, string[] gone)
    {
        var kept = new List<Post>();
        var vacant = snapshot.Posts.Where(post => snapshot.HoldersOf(post.Id).All(held => gone.Contains(held.Person.Value)));
        foreach (var post in vacant.OrderByDescending(Weight))
        {
            if (CanCover([.. kept, post], 0, [], snapshot, gone)) kept.Add(post);
            else yield return post.Id;
        }
    }

    private static bool CanCover(Post[] posts, int at, HashSet<string> used, GroupSnapshot snapshot, string[] gone)
    {
        if (at == posts.Length) return true;
        var horizon = snapshot.AsOf.AddDays((int)Thresholds.CoverHorizonDays.Value);
        foreach (var name in snapshot.NamedFor(posts[at].Id))
        {
            var person = name.Nominee.Value;
            if (name.IsExternal || !name.Readiness.IsReadyBy(horizon) || gone.Contains(person)) continue;
            if (snapshot.HoldersOf(posts[at].Id).Any(held => held.Person == name.Nominee) || !used.Add(person)) continue;
            if (CanCover(posts, at + 1, used, snapshot, gone)) return true;
            used.Remove(person);
        }

        return false;
    }

    private static int Weight(Post post) => post.Criticality.Weight ?? 5;
}
