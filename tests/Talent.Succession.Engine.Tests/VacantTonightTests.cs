using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Vacancies;

namespace Talent.Succession.Engine.Tests;

public sealed class VacantTonightTests
{
    [Fact]
    public void Of_PostOverTwoOrganisations_AnswersForEach()
    {
        var group = new GroupBuilder().Post("p", "h", ["A", "B"], deputies: ["d"]).Post("d", "dh", ["A"]).Ready("p", "x");
        var answer = group.Analyse().IfVacantTonight(new("p"));
        Assert.Equal(["A", "B"], answer.Organisations.Select(one => one.Organisation.Value));
        Assert.Equal(["d"], answer.Organisations[0].InterimDeputies.Select(post => post.Value));
        Assert.Empty(answer.Organisations[1].InterimDeputies);
        Assert.All(answer.Organisations, one => Assert.Equal(30, one.DaysUncovered.Estimate.Value));
    }

    [Fact]
    public void Of_NomineesOfEveryKind_AreToldApart()
    {
        var group = new GroupBuilder().Post("p", "h").Post("q", "k").Ready("p", "a", "b", "n").Ready("q", "n")
            .Name("p", "u").Name("p", "e", Readiness.By(GroupBuilder.Today), external: true);
        var answer = group.Analyse().IfVacantTonight(new("p"));
        Assert.Equal(["a", "b"], answer.Confirmed.Select(name => name.Nomination.Nominee.Value));
        var needed = Assert.Single(answer.NeededElsewhere);
        Assert.Equal(("n", new PostId("q")), (needed.Nomination.Nominee.Value, needed.NeededFor));
        Assert.Equal(["u", "e"], answer.NotYet.Select(name => name.Nomination.Nominee.Value));
    }

    [Fact]
    public void Of_OnlySuccessorAlsoNeededElsewhere_IsNotConfirmed()
    {
        var answer = new GroupBuilder().Post("p", "h").Post("q", "k").Ready("p", "n").Ready("q", "n").Analyse().IfVacantTonight(new("p"));
        Assert.Empty(answer.Confirmed);
        Assert.Equal(StepOutcome.Bare, Assert.Single(answer.Chain).Outcome);
    }

    [Fact]
    public void Of_SuccessorsWhoHoldPosts_FollowsTheChainToItsEnd()
    {
        var group = new GroupBuilder().Post("p", "h").Post("q", "x").Post("r", "y").Ready("p", "x").Ready("q", "y");
        var chain = group.Analyse().IfVacantTonight(new("p")).Chain;
        Assert.Equal(
            [("p", 0, "x", StepOutcome.OpensOtherPosts), ("q", 1, "y", StepOutcome.OpensOtherPosts), ("r", 2, null, StepOutcome.Bare)],
            chain.Select(step => (step.Post.Value, step.Depth, step.Successor?.Value, step.Outcome)));
        Assert.Equal(new PostId("q"), chain[2].OpenedBy);
        Assert.Equal([30, 30, 137], chain.Select(step => step.DaysUncovered.Estimate.Value!.Value));
    }

    [Fact]
    public void Of_Chain_WeighsTheDaysOfEveryStep()
    {
        var group = new GroupBuilder().Post("p", "h", criticality: Criticality.Agreed(5, GroupBuilder.Today))
            .Post("q", "x", criticality: Criticality.Agreed(2, GroupBuilder.Today)).Ready("p", "x");
        var tonight = group.Analyse().IfVacantTonight(new("p"));
        Assert.Equal((5 * 30) + (2 * 137), tonight.WeightedDays.Estimate.Value);
        Assert.Equal(30 + 137, tonight.EqualDays.Estimate.Value);
    }

    [Fact]
    public void Of_SuccessorWithoutAnotherPost_EndsAtOnce()
    {
        var step = Assert.Single(new GroupBuilder().Post("p", "h").Ready("p", "x").Analyse().IfVacantTonight(new("p")).Chain);
        Assert.Equal(StepOutcome.Filled, step.Outcome);
    }

    [Fact]
    public void Of_TwoHoldersNamedForEachOther_TheOneWhoLeftDoesNotComeBack()
    {
        var group = new GroupBuilder().Post("p", "h").Post("q", "x").Ready("p", "x").Ready("q", "h");
        var chain = group.Analyse().IfVacantTonight(new("p")).Chain;
        Assert.Equal([StepOutcome.OpensOtherPosts, StepOutcome.Bare], chain.Select(step => step.Outcome));
    }

    [Fact]
    public void Of_RandomGroups_EveryPostAndPersonAppearsAtMostOnceInAChain()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var analysis = GroupBuilder.Random(new Random(seed), 10).Analyse();
            foreach (var post in analysis.Snapshot.Posts)
            {
                var chain = analysis.IfVacantTonight(post.Id).Chain;
                Assert.Equal(chain.Count, chain.Select(step => step.Post).Distinct().Count());
                var people = chain.Select(step => step.Successor).OfType<PersonId>().ToArray();
                Assert.Equal(people.Length, people.Distinct().Count());
                Assert.All(chain, step => Assert.Equal(step.Outcome == StepOutcome.Bare, step.Successor is null));
            }
        }
    }

    [Fact]
    public void Of_SuccessorWhoSharesAJob_LeavesItFilled()
    {
        var group = new GroupBuilder().Post("p", "h").Post("q", "x").Appoint("q", "y").Ready("p", "x");
        var step = Assert.Single(group.Analyse().IfVacantTonight(new("p")).Chain);
        Assert.Equal(StepOutcome.Filled, step.Outcome);
    }

    [Fact]
    public void Of_WeightedAndEqualDays_SayWhichTheyAre()
    {
        var answer = new GroupBuilder().Post("p", "h").Analyse().IfVacantTonight(new("p"));
        Assert.Equal(("weighted days", "days"), (answer.WeightedDays.Unit, answer.EqualDays.Unit));
        Assert.Equal(
            ("Weighted days of a post", "Days of a post"), (answer.WeightedDays.Parts[0].Name, answer.EqualDays.Parts[0].Name));
    }

    [Fact]
    public void Of_PostOfAnotherGroup_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new GroupBuilder().Post("p").Analyse().IfVacantTonight(new("q")));
        Assert.Contains("no post q", error.Message, StringComparison.Ordinal);
    }
}
