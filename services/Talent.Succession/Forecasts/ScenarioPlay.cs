using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Storage;
using Talent.Succession.V1;
using Contract = Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>Plays changes that a caller supposes, for the group as the caller may see it. Nothing of it is stored.</summary>
/// <param name="storage">The database.</param>
/// <param name="boards">Reads groups as their callers may see them.</param>
/// <param name="model">What the trials rest on.</param>
/// <param name="time">The clock.</param>
internal sealed class ScenarioPlay(
    ServiceStorage<SuccessionContext> storage, BoardReader boards, ForecastModel model, TimeProvider time) : IDisposable
{
    private readonly ForecastProvenances _provenances = new(model, time);

    // Scenarios wait for each other: each takes all the time there is.
    private readonly SemaphoreSlim _lane = new(1);

    /// <summary>A group with changes against the group as it is.</summary>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED, or INVALID_ARGUMENT: a change cannot be.</exception>
    public async Task<CompareScenarioResponse> CompareAsync(Caller caller, CompareScenarioRequest request, CancellationToken cancellation)
    {
        if (request.Changes.Count == 0) throw Errors.Invalid("changes", "Say what changes.");
        var (view, scenario) = await ApplyAsync(caller, request.GroupId, request.Changes, cancellation);
        var tier = request.Tier == ForecastTier.Full ? ForecastTier.Full : ForecastTier.AtOnce;
        await _lane.WaitAsync(cancellation);
        try
        {
            return await Task.Factory.StartNew(
                () => ToContract(Compare(view, scenario, tier, cancellation), view, tier), cancellation, TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }
        finally
        {
            _lane.Release();
        }
    }

    /// <summary>One trial, step by step.</summary>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED, or INVALID_ARGUMENT: a change or the trial cannot be.</exception>
    public async Task<PlayTrialResponse> PlayAsync(Caller caller, PlayTrialRequest request, CancellationToken cancellation)
    {
        if (request.Trial is < 0 or >= ForecastModel.TrialsInFull)
            throw Errors.Invalid("trial", $"Choose a trial from 0 to {ForecastModel.TrialsInFull - 1}.");
        var (view, scenario) = await ApplyAsync(caller, request.GroupId, request.Changes, cancellation);
        var played = Simulator.Watch(ModelOf(scenario), (ulong)ForecastModel.Seed, request.Trial);
        var outside = view.Inputs.Nominations.Where(name => name.Nominee.PersonId is null).Select(name => new PersonId(name.Nominee.Id))
            .ToHashSet();
        var provenance = _provenances.Of(
            view.Inputs, view.Analysis, request.Trial < ForecastModel.TrialsAtOnce ? ForecastTier.AtOnce : ForecastTier.Full);
        provenance.Trials = 1;
        var response = new PlayTrialResponse
        {
            Trial = played.Number,
            WeightedDays = played.Loss,
            Provenance = provenance,
            OwnPostsLeftOut = view.OwnPostsLeftOut,
        };
        if (view.ShowsEqualWeights) response.DaysWithEqualWeights = played.LossWithEqualWeights;
        response.Steps.AddRange(played.Steps.Select(step => ToContract(step, outside)));
        return response;
    }

    /// <inheritdoc />
    public void Dispose() => _lane.Dispose();

    private static Contract.TrialStep ToContract(Engine.Simulation.TrialStep step, HashSet<PersonId> outside) => new()
    {
        Date = step.Date.ToDate(),
        Kind = step.Kind switch
        {
            StepKind.PersonLeaves => TrialStepKind.PersonLeaves,
            StepKind.TermEnds => TrialStepKind.TermEnds,
            StepKind.NewcomerLeaves => TrialStepKind.NewcomerLeaves,
            StepKind.FallsVacant => TrialStepKind.FallsVacant,
            StepKind.SuccessorAccepts => TrialStepKind.SuccessorAccepts,
            StepKind.RecruitmentBegins => TrialStepKind.RecruitmentBegins,
            StepKind.SuccessorLost => TrialStepKind.SuccessorLost,
            StepKind.FilledBySuccessor => TrialStepKind.FilledBySuccessor,
            StepKind.FilledFromOutside => TrialStepKind.FilledFromOutside,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "There is no such step."),
        },
        PostId = step.Post?.Value ?? "",
        PersonId = step.Person is { } person && !outside.Contains(person) ? person.Value : "",
        OpenedByPostId = step.OpenedBy?.Value ?? "",
        HasInterimCover = step.HasInterimCover,
        OrganisationCode = step.Board?.Value ?? "",
    };

    private static ScenarioDifference OfGroup(ScenarioComparison comparison, Weighting weighting)
    {
        var (baseline, scenario) = (new GroupDays(comparison.Baseline, weighting), new GroupDays(comparison.Scenario, weighting));
        return EqualWeightsComparison.ToContract("", baseline.Mean, scenario.Mean, scenario.MoreThan(baseline));
    }

    private ScenarioComparison Compare(GroupView view, AppliedScenario scenario, ForecastTier tier, CancellationToken cancellation)
    {
        SimulationResult Play(AppliedScenario group) => Simulator.RunToCompare(
            ModelOf(group), (ulong)ForecastModel.Seed, ForecastModel.TrialsOf(tier), ForecastModel.Threads, cancellation);
        return new ScenarioComparison(
            Play(new AppliedScenario(view.Analysis.Snapshot, Changes.None)), Play(scenario), model.Data.Thresholds);
    }

    // Some changes fit the group one by one, but not together: somebody leaves who has no post any more.
    private SimulationModel ModelOf(AppliedScenario group) => ScenarioMapping.Refused(
        "changes", () => new SimulationModel(group.Snapshot, model.Data, model.Moves, group.Changes, ForecastModel.Years));

    private CompareScenarioResponse ToContract(ScenarioComparison comparison, GroupView view, ForecastTier tier)
    {
        var response = new CompareScenarioResponse
        {
            Group = OfGroup(comparison, Weighting.ByCriticality),
            GroupWithEqualWeights = view.ShowsEqualWeights ? OfGroup(comparison, Weighting.Equal) : null,
            AllOrganisations = comparison.AllOrganisations.ToContract(),
            Provenance = _provenances.Of(view.Inputs, view.Analysis, tier),
            OwnPostsLeftOut = view.OwnPostsLeftOut,
        };
        response.Organisations.AddRange(comparison.Organisations.Select(each => EqualWeightsComparison.ToContract(each, each.Of.Value)));
        response.Posts.AddRange(comparison.Posts.Select(each => EqualWeightsComparison.ToContract(each, each.Of.Value)));
        response.BarePostIds.AddRange(comparison.Bench.Baseline.Select(post => post.Value));
        response.BarePostIdsInScenario.AddRange(comparison.Bench.Scenario.Select(post => post.Value));
        if (view.ShowsEqualWeights)
        {
            EqualWeightsComparison.AddTo(
                response, comparison,
                new ScenarioComparison(comparison.Baseline, comparison.Scenario, model.Data.Thresholds, Weighting.Equal));
        }

        return response;
    }

    private async Task<(GroupView View, AppliedScenario Scenario)> ApplyAsync(
        Caller caller, string groupId, IReadOnlyList<Contract.ScenarioChange> changes, CancellationToken cancellation)
    {
        var view = await boards.ViewOfGroupAsync(caller, groupId, cancellation);
        // A post that one supposes to be named for would be an own post.
        if (caller.PersonId is { } self && ScenarioMapping.People(changes).Contains(self, StringComparer.Ordinal))
        {
            throw Errors.PermissionDenied(
                "Nobody sees a simulation of themselves in a post they hold or are named for. Ask the delegate.", Access.OwnPost);
        }

        var known = await KnownAsync(groupId, [.. ScenarioMapping.Named(changes)], cancellation);
        var requirements = new RequirementChecks(view.Inputs, view.Analysis.Snapshot.AsOf);
        return (view, new ScenarioMapping(known, requirements).Apply(view.Analysis.Snapshot, changes));
    }

    private async Task<IReadOnlyDictionary<string, bool>> KnownAsync(string groupId, string[] people, CancellationToken cancellation)
    {
        if (people.Length == 0) return new Dictionary<string, bool>();
        await using var context = storage.CreateContext();
        return await context.DevelopmentPeople.Where(row => people.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.GroupId == groupId, cancellation);
    }
}
