using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;

namespace Talent.Succession.Engine.Tests.Pipelines;

/// <summary>Which pipelines a group has, and which post of a person counts.</summary>
public sealed class PipelineSnapshotTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;
    private static readonly RegionKey North = new("north");
    private static readonly RegionKey South = new("south");

    private static readonly Dictionary<OrganisationId, RegionKey> Regions =
        new() { [new("T1")] = North, [new("T2")] = South, [new("T3")] = North };

    [Fact]
    public void Keys_PostsAndCohorts_AreEachOnceByFamilyThenLevelThenRegion()
    {
        var group = new GroupBuilder().Post("a", serves: ["T2"], family: GroupBuilder.Finance)
            .Post("b", serves: ["T1"], family: GroupBuilder.Finance)
            .Post("c", serves: ["T1"], family: GroupBuilder.Finance, level: PostLevel.Group)
            .Post("d", serves: ["T1"], family: GroupBuilder.Chair).Post("e", serves: ["T1"], family: GroupBuilder.Finance)
            .Post("f", serves: ["T9"], family: GroupBuilder.Finance);
        var cohort = new ProgrammeCohort(new(GroupBuilder.Finance, PostLevel.Site, South), 1, Estimate.Exact(1), Today);
        Assert.Equal(
            [
                new(GroupBuilder.Chair, PostLevel.Trust, North), new(GroupBuilder.Finance, PostLevel.Group, North),
                new(GroupBuilder.Finance, PostLevel.Trust, null), new(GroupBuilder.Finance, PostLevel.Trust, North),
                new PipelineKey(GroupBuilder.Finance, PostLevel.Trust, South), new(GroupBuilder.Finance, PostLevel.Site, South),
            ],
            Snapshot(group, cohort).Keys);
    }

    [Fact]
    public void KeyOf_PostOfSeveralOrganisationsOfOneRegion_HasThatRegion() => Assert.Equal(
        North, Snapshot(new GroupBuilder().Post("a", serves: ["T1", "T3"])).KeyOf(new("a")).Region);

    [Fact]
    public void KeyOf_PostPartlyOutsideEveryRegion_HasNoRegion() => Assert.Null(
        Snapshot(new GroupBuilder().Post("a", serves: ["T1", "T9"])).KeyOf(new("a")).Region);

    [Fact]
    public void MainPostOf_SeveralPosts_IsTheWeightiestAndOfEqualOnesTheFirst()
    {
        var snapshot = Snapshot(new GroupBuilder().Post("a", "h", criticality: Criticality.Proposed(1))
            .Post("c", "h", criticality: Criticality.Proposed(4)).Post("b", "h", criticality: Criticality.Proposed(4)));
        Assert.Equal(new PostId("b"), snapshot.MainPostOf(new("h"))!.Post);
    }

    [Fact]
    public void MainPostOf_SomebodyWithoutAPost_IsNone() =>
        Assert.Null(Snapshot(new GroupBuilder().Post("a").Ready("a", "x")).MainPostOf(new("x")));

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Cohort_LeastAndMostSize_AreTaken(int size) => Assert.Equal(size, Cohort(size, Estimate.Of(0.5, 0, 1)).Size);

    [Fact]
    public void Cohort_OneMoreThanTheMost_IsRefused() => Assert.Throws<ArgumentException>(() => Cohort(1001, Estimate.Exact(1)));

    [Fact]
    public void Cohort_CompletionThatMayBeBelowZero_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Cohort(1, Estimate.Of(0.5, -0.1, 1)));

    [Fact]
    public void Key_UndefinedLevel_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PipelineKey(GroupBuilder.Chair, (PostLevel)99, null));

    private static ProgrammeCohort Cohort(int size, Estimate completion) =>
        new(new(GroupBuilder.Chair, PostLevel.Trust, null), size, completion, Today);

    private static PipelineSnapshot Snapshot(GroupBuilder group, params ProgrammeCohort[] cohorts) => new(group.Build(), Regions, cohorts);
}
