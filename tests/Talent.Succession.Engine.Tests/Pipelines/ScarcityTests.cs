using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;

namespace Talent.Succession.Engine.Tests.Pipelines;

public sealed class ScarcityTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    [Fact]
    public void Of_TwoFamiliesRelyOnOnePerson_CountsThePersonOnce()
    {
        var scarcity = Scarcity.Of(
            new GroupBuilder().Post("a", "h").Post("b", "k", family: GroupBuilder.Chair).Ready("a", "x").Ready("b", "x").Build(), Today);
        Assert.Equal((2, 1, 1), (scarcity.Posts, scarcity.People, scarcity.Covered));
        Assert.All(scarcity.Families, family => Assert.Equal(
            (1, 1, 0, 1), (family.People, family.CoveredAlone, family.CoveredLast, family.Contested)));
    }

    [Fact]
    public void Of_ReadinessUnknownOrFromOutside_NeverCountsButIsSaid()
    {
        var family = Assert.Single(Scarcity.Of(
            new GroupBuilder().Post("a", "h").Name("a", "x").Name("a", "y", Readiness.By(Today), external: true).Build(), Today).Families);
        Assert.Equal((0, 0, 2, 1), (family.People, family.CoveredAlone, family.ReadinessUnknown, family.Bare));
    }

    [Fact]
    public void Of_RandomGroups_IsWhatTryingEveryAssignmentFinds()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var snapshot = GroupBuilder.Random(new Random(seed), 6).Build();
            var by = Today.AddDays(200);
            var scarcity = Scarcity.Of(snapshot, by);
            var all = Best(snapshot, snapshot.Posts, by);
            Assert.Equal(all, scarcity.Covered);
            foreach (var family in scarcity.Families)
            {
                Assert.Equal(Best(snapshot, snapshot.Posts.Where(post => post.Family == family.Family), by), family.CoveredAlone);
                Assert.Equal(
                    all - Best(snapshot, snapshot.Posts.Where(post => post.Family != family.Family), by), family.CoveredLast);
                Assert.InRange(family.CoveredLast, 0, family.CoveredAlone);
            }

            Assert.True(scarcity.Families.Sum(family => family.People) >= scarcity.People);
            Assert.True(Scarcity.Of(snapshot, by.AddDays(300)).Covered >= scarcity.Covered);
            Assert.Equal(
                scarcity.Families, Scarcity.Of(GroupBuilder.Random(new Random(seed), 6).BuildShuffled(new Random(seed)), by).Families);
        }
    }

    private static int Best(GroupSnapshot snapshot, IEnumerable<Post> posts, DateOnly by)
    {
        PersonId[][] ready =
        [
            .. posts.Select(post => snapshot.NamedFor(post.Id)
                .Where(name => !name.IsExternal && name.Readiness.Latest <= by
                    && !snapshot.HoldersOf(post.Id).Any(held => held.Person == name.Nominee))
                .Select(name => name.Nominee).ToArray()),
        ];
        int From(int post, HashSet<PersonId> used) => post == ready.Length ? 0 : ready[post].Where(person => !used.Contains(person))
            .Select(person => 1 + From(post + 1, [.. used, person])).Append(From(post + 1, used)).Max();
        return From(0, []);
    }
}
