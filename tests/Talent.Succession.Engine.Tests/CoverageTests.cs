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
    public void CoverageRatio_GroupWithoutPosts_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Coverage.CoverageRatio(new GroupBuilder().Build()));
}
