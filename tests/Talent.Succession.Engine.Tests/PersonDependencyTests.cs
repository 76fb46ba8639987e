using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

public sealed class PersonDependencyTests
{
    private static readonly double Probability = 1 - Math.Exp(-0.27);

    [Fact]
    public void Of_HolderOfTwoPostsWithoutBench_IsTheDaysFromTonightLessWhatIsExpected()
    {
        var dependency = new GroupBuilder().Post("a", "h", ["A", "B"], days: 3).Post("b", "h", ["C"], days: 2)
            .Analyse().DependencyOn(new("h"));
        Assert.Equal(2 * 137 * (1 - Probability), dependency.Equal.Estimate.Value!.Value, 1e-9);
        Assert.Equal(3 * 2 * 137 * (1 - Probability), dependency.Weighted.Estimate.Value!.Value, 1e-9);
        Assert.Equal(["A", "B", "C"], dependency.Organisations.Select(one => one.Value));
        Assert.Equal(5, dependency.DaysCommitted.Estimate.Value);
        Assert.Equal(2, dependency.Equal.Parts.Count);
    }

    [Fact]
    public void Of_PersonWhoIsAlsoTheOnlySuccessorElsewhere_CountsTheLostBench()
    {
        var dependency = new GroupBuilder().Post("a", "h").Post("b", "k").Ready("b", "h").Analyse().DependencyOn(new("h"));
        Assert.Equal(["b"], dependency.BenchLost.Select(post => post.Value));
        Assert.Equal((137 * (1 - Probability)) + (137 * Probability), dependency.Equal.Estimate.Value!.Value, 1e-9);
        Assert.Equal(new PostId("b"), dependency.Equal.Parts[1].About);
    }

    [Fact]
    public void Of_SuccessorNeededElsewhere_IsNamedWithThatPost()
    {
        var dependency = new GroupBuilder().Post("a", "h").Post("b", "k", criticality: Criticality.Agreed(5, GroupBuilder.Today))
            .Ready("a", "x").Ready("b", "x").Analyse().DependencyOn(new("h"));
        Assert.Equal(new PostId("b"), Assert.Single(dependency.NeededElsewhere).NeededFor);
    }

    [Fact]
    public void Of_DaysNotRecorded_AreUnknown() =>
        Assert.True(new GroupBuilder().Post("a", "h", days: null).Analyse().DependencyOn(new("h")).DaysCommitted.Estimate.IsUnknown);

    [Fact]
    public void Of_SharedJob_DoesNotFallVacant()
    {
        var dependency = new GroupBuilder().Post("a", "h").Appoint("a", "k").Analyse().DependencyOn(new("h"));
        Assert.Empty(dependency.Equal.Parts);
        Assert.Equal(0, dependency.Equal.Estimate.Value);
    }

    [Fact]
    public void Of_DeputyHeldByTheSamePerson_IsNoDeputy()
    {
        var group = new GroupBuilder().Post("a", "h", deputies: ["d"]).Post("d", "h").Post("b", "h", deputies: ["e"]).Post("e", "k");
        Assert.Equal(["b"], group.Analyse().DependencyOn(new("h")).WithAcceptedDeputy.Select(post => post.Value));
    }

    [Fact]
    public void Of_WeightedAndEqualDays_SayWhichTheyAre()
    {
        var dependency = new GroupBuilder().Post("a", "h").Analyse().DependencyOn(new("h"));
        Assert.Equal(("weighted days", "days"), (dependency.Weighted.Unit, dependency.Equal.Unit));
    }

    [Fact]
    public void Of_OtherPostWithASecondSuccessor_LosesNoBench()
    {
        var group = new GroupBuilder().Post("a", "h").Post("b", "k").Name("b", "h", Readiness.By(GroupBuilder.Today), 1)
            .Name("b", "y", Readiness.By(GroupBuilder.Today), 2);
        Assert.Empty(group.Analyse().DependencyOn(new("h")).BenchLost);
    }

    [Fact]
    public void Of_ChairOfTwoBoards_ShowsBothClocks()
    {
        var group = new GroupBuilder().Post(
            "a", "h", ["A", "B"], GroupBuilder.Chair, designed: Answer.Yes, boards: [new(new("A"), GroupBuilder.Today.AddYears(-2))]);
        var dependency = group.Analyse().DependencyOn(new("h"));
        Assert.Equal(["A", "B"], dependency.Clocks.Select(clock => clock.Clock.Board.Value));
        Assert.Equal(["a"], dependency.DesignedAroundPerson.Select(post => post.Value));
    }
}
