using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class TrialStepTests
{
    private const ulong Seed = 11;
    private const int Trials = 60;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(0.9),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(0.5),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.24),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    public static TheoryData<int> Groups() => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Watch_EachTrial_AgreesWithTheTalliesOfTheRun(int seed)
    {
        // The tallies are worked out again from the steps alone: days, vacancies, who filled what, long vacancies, first vacancies.
        var model = Model(seed);
        var result = Simulator.RunToCompare(model, Seed, Trials);
        PlayedTrial[] played = [.. Enumerable.Range(0, Trials).Select(trial => Simulator.Watch(model, Seed, trial))];
        Assert.Equal(result.Losses, played.Select(trial => trial.Loss));
        Assert.Equal(result.Losses, played.Select(trial => trial.Steps.Count == 0 ? 0 : model.Snapshot.Posts.Sum(
            post => (long)post.Criticality.PrudentWeight * Vacancies(trial, post.Id).Sum(vacancy => vacancy.Days))));
        foreach (var outcome in result.Posts)
        {
            var vacancies = played.SelectMany(trial => Vacancies(trial, outcome.Post)).ToArray();
            Assert.Equal((double)vacancies.Length / Trials, outcome.Vacancies, 1e-12);
            var days = vacancies.Sum(vacancy => vacancy.Days * (vacancy.Interim ? 0.5 : 1));
            Assert.Equal(days / Trials, outcome.UncoveredDays.Prudent, 1e-9);
            var fills = played.SelectMany(trial => trial.Steps).Where(step => step.Post == outcome.Post
                && step.Kind is StepKind.FilledBySuccessor or StepKind.FilledFromOutside && step.Post == outcome.Post).ToArray();
            var all = Math.Max(1, fills.Length);
            Assert.Equal((double)fills.Count(step => step.Kind == StepKind.FilledFromOutside) / all, outcome.FromOutside, 1e-12);
            Assert.All(outcome.TakeOvers, taken =>
                Assert.Equal((double)fills.Count(step => step.Person == taken.Nominee) / all, taken.Share, 1e-12));
            var fallen = played.Count(trial => trial.Steps.Any(step => step.Kind == StepKind.FallsVacant && step.Post == outcome.Post));
            Assert.Equal((double)fallen / Trials, outcome.FallsVacant[^1].Prudent, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Watch_AnyTrial_TellsAStoryThatHoldsTogether(int seed)
    {
        var model = Model(seed);
        for (var trial = 0; trial < Trials; trial++) AssertHoldsTogether(model.Snapshot, Simulator.Watch(model, Seed, trial).Steps);
    }

    [Fact]
    public void Watch_LadderWithEveryoneWilling_PlaysTheCascadeInOrder()
    {
        var group = new GroupBuilder().Post("a", "x").Post("b", "y").Post("c", "z").Ready("a", "y").Ready("b", "z").Build();
        var data = GroupBuilder.Data with
        {
            Turnover = new TurnoverRates(
                new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(0) }, [],
                GroupBuilder.Number(0.9), GroupBuilder.Number(0.8)),
            FillTimes = new FillTimes(
                new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(137), GroupBuilder.Number(30), GroupBuilder.Number(0)),
        };
        var rules = Rules with { Accepts = GroupBuilder.Number(1) };
        var model = new SimulationModel(group, data, rules, Changes.LeavesTonight(new("x"), GroupBuilder.Today), 1);
        var played = Simulator.Watch(model, Seed, 3);
        Assert.Equal(
            [
                (0, StepKind.PersonLeaves, null, "x", null), (0, StepKind.FallsVacant, "a", null, null),
                (0, StepKind.SuccessorAccepts, "a", "y", null),
                (30, StepKind.FilledBySuccessor, "a", "y", null), (30, StepKind.FallsVacant, "b", null, "a"),
                (30, StepKind.SuccessorAccepts, "b", "z", null),
                (60, StepKind.FilledBySuccessor, "b", "z", null), (60, StepKind.FallsVacant, "c", null, "b"),
                (60, StepKind.RecruitmentBegins, "c", null, null), (197, StepKind.FilledFromOutside, "c", (string?)null, (string?)null),
            ],
            played.Steps.Select(step => (step.Day, step.Kind, step.Post?.Value, step.Person?.Value, step.OpenedBy?.Value)));
        Assert.All(played.Steps, step => Assert.Equal(GroupBuilder.Today.AddDays(step.Day), step.Date));
        Assert.Equal(3 * (30 + 30 + 137), played.Loss);
    }

    [Fact]
    public void Watch_NewcomerLeaves_DeputyWhoIsANewcomerStandsIn()
    {
        var group = new GroupBuilder().Post("ceo", deputies: ["deputy"]).Post("deputy").Build();
        var model = new SimulationModel(group, GroupBuilder.Data, Rules, years: 20);
        var left = Enumerable.Range(0, Trials).SelectMany(trial =>
        {
            var steps = Simulator.Watch(model, Seed, trial).Steps;
            return steps.Where(step => step is { Kind: StepKind.FallsVacant, Post.Value: "ceo", Day: > 0 }
                && steps.Last(other => other.Post != step.Post && other.Day <= step.Day).Kind == StepKind.FilledFromOutside);
        }).ToArray();
        Assert.NotEmpty(left);
        Assert.All(left, step => Assert.True(step.HasInterimCover));
    }

    [Fact]
    public void Watch_Twice_GivesTheSame()
    {
        var model = Model(2);
        Assert.Equal(Simulator.Watch(model, Seed, 5).Steps, Simulator.Watch(model, Seed, 5).Steps);
    }

    [Fact]
    public void Watch_NegativeTrial_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulator.Watch(Model(1), Seed, -1));

    private static SimulationModel Model(int seed) =>
        new(GroupBuilder.Random(new Random(seed), 20).Build(), GroupBuilder.Data, Rules);

    private static IEnumerable<(int Days, bool Interim)> Vacancies(PlayedTrial trial, PostId post)
    {
        TrialStep? open = null;
        foreach (var step in trial.Steps.Where(step => step.Post == post))
        {
            if (step.Kind == StepKind.FallsVacant) open = step;
            if (step.Kind is not (StepKind.FilledBySuccessor or StepKind.FilledFromOutside)) continue;
            yield return (step.Day - open!.Day, open.HasInterimCover);
            open = null;
        }

        if (open is not null) yield return ((int)Math.Round(5 * TenureHazard.DaysPerYear) - open.Day, open.HasInterimCover);
    }

    private static void AssertHoldsTogether(GroupSnapshot group, IReadOnlyList<TrialStep> steps)
    {
        var vacant = new HashSet<PostId>();
        var awaited = new Dictionary<PostId, TrialStep>();
        var gone = new HashSet<PersonId>();
        var day = 0;
        foreach (var step in steps)
        {
            Assert.True(step.Day >= day);
            day = step.Day;
            switch (step.Kind)
            {
                case StepKind.PersonLeaves:
                    Assert.True(gone.Add(step.Person!));
                    break;
                case StepKind.FallsVacant:
                    Assert.True(vacant.Add(step.Post!));
                    break;
                case StepKind.SuccessorAccepts:
                    Assert.Contains(group.NamedFor(step.Post!), name => name.Nominee == step.Person);
                    Assert.DoesNotContain(awaited.Values, other => other.Person == step.Person);
                    goto case StepKind.RecruitmentBegins;
                case StepKind.RecruitmentBegins:
                    Assert.Contains(step.Post!, vacant);
                    Assert.True(awaited.TryAdd(step.Post!, step));
                    break;
                case StepKind.FilledBySuccessor or StepKind.FilledFromOutside or StepKind.SuccessorLost:
                    Assert.True(awaited.Remove(step.Post!, out var before));
                    Assert.Equal(before.Person, step.Person);
                    if (step.Kind != StepKind.SuccessorLost) Assert.True(vacant.Remove(step.Post!));
                    if (step.Kind == StepKind.FilledBySuccessor) Assert.DoesNotContain(step.Person!, gone);
                    break;
                default:
                    Assert.DoesNotContain(step.Post!, vacant);
                    break;
            }
        }

        // Whatever is open at the end is being filled.
        Assert.True(vacant.SetEquals(awaited.Keys));
    }
}
