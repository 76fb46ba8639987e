using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

public sealed class CoverageTests
{
    [Fact]
    public void SuccessorCoverage_132SuccessorsFor44Posts_Is300PerCent()
    {
        var group = new GroupBuilder();
        for (var post = 0; post < 44; post++) group.Post($"p{post}").Ready($"p{post}", $"a{post}", $"b{post}", $"c{post}");
        Assert.Equal(300, Coverage.SuccessorCoverage(group.Build()).Estimate.Value!.Value, 1e-9);
    }

    [Fact]
    public void SharedOutBenchStrength_SuccessorsOnTwoFourThreeAndTwoPlans_Is158()
    {
        var group = new GroupBuilder();
        foreach (var post in Enumerable.Range(0, 4)) group.Post($"p{post}");
        foreach (var (person, plans) in new[] { ("a", 2), ("b", 4), ("c", 3), ("d", 2) })
        {
            for (var post = 0; post < plans; post++) group.Ready($"p{post}", person);
        }

        var strength = Coverage.SharedOutBenchStrength(group.Build(), new PostId("p0"));
        Assert.Equal(1.58, Math.Round(strength.Estimate.Value!.Value, 2));
    }

    [Fact]
    public void SharedOutBenchStrength_OfAllPosts_IsTheNumberOfPeopleNamed()
    {
        var group = GroupBuilder.Random(new Random(11), 20).Build();
        var named = group.Nominations.Select(name => name.Nominee).Distinct().Count();
        Assert.Equal(named, Coverage.SharedOutBenchStrength(group).Estimate.Value!.Value, 1e-9);
    }

    [Fact]
    public void CoverageRatio_OneOfTwoPostsNamed_IsHalf()
    {
        var group = new GroupBuilder().Post("p1").Post("p2").Name("p1", "a").Name("p1", "b");
        Assert.Equal(0.5, Coverage.CoverageRatio(group.Build()).Estimate.Value);
    }

    [Fact]
    public void ReadyNowRatio_UnknownLaterAndExternal_CountAsNotReady()
    {
        var group = new GroupBuilder().Post("p1").Post("p2").Post("p3").Post("p4").Name("p1", "a")
            .Name("p2", "b", Readiness.By(GroupBuilder.Today.AddDays(1))).Name("p3", "c", Readiness.By(GroupBuilder.Today), external: true)
            .Ready("p4", "d");
        Assert.Equal(0.25, Coverage.ReadyNowRatio(group.Build()).Estimate.Value);
    }

    [Fact]
    public void ReadyNowRatio_OneOfSeveralReady_IsEnough()
    {
        // Ready: p2, p4 and p5; nobody for p1, and for p3 somebody outside the group alone.
        var group = new GroupBuilder().Post("p1").Post("p2").Post("p3").Post("p4").Post("p5").Ready("p2", "a").Name("p2", "b")
            .Name("p3", "c", Readiness.By(GroupBuilder.Today), external: true).Ready("p4", "d").Ready("p5", "e").Name("p5", "f");
        Assert.Equal(0.6, Coverage.ReadyNowRatio(group.Build()).Estimate.Value);
    }

    [Fact]
    public void SharedOutBenchStrength_PostTheGroupHasNot_IsRefused() => Assert.Throws<ArgumentException>(
        "post", () => Coverage.SharedOutBenchStrength(new GroupBuilder().Post("p").Build(), new PostId("q")));

    [Fact]
    public void InPlace_SeveralDeputies_AreSortedAndFilledBySomebodyWhoStays()
    {
        // e is shared with the one who leaves, f held by that person alone, g vacant, and i has not accepted.
        var post = new Post(
            new("p"), GroupBuilder.Chair, PostLevel.Trust, [new(new("T1"))],
            deputies:
            [
                new(new("g"), Answer.Yes), new(new("f"), Answer.Yes), new(new("e"), Answer.Yes), new(new("d"), Answer.Yes),
                new(new("i"), Answer.No),
            ]);
        var group = new GroupBuilder().Post("d", "k").Post("e", "h").Appoint("e", "l").Post("f", "h").Post("g").Post("i", "m").Build();
        Assert.Equal(["d", "e"], Deputies.InPlace(group, post, [new PersonId("h")]).Select(deputy => deputy.Value));
    }

    [Fact]
    public void CoverageRatio_GroupWithoutPosts_IsRefused() =>
        Assert.Throws<ArgumentException>("snapshot", () => Coverage.CoverageRatio(new GroupBuilder().Build()));
}
