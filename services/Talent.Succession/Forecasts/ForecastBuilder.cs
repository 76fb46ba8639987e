using Talent.Succession.Boards;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Actions;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Sensitivity;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Engine.Ties;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>Plays a group, whole or without a reader's own posts, and says what the trials came to.</summary>
internal sealed class ForecastBuilder
{
    private const int MostSets = 50;

    private readonly GroupInputs _inputs;
    private readonly GroupAnalysis _analysis;
    private readonly ForecastModel _model;
    private readonly int _leftOut;

    /// <param name="inputs">What the services told.</param>
    /// <param name="analysis">The group as the reader may see it.</param>
    /// <param name="model">What the trials rest on.</param>
    /// <param name="leftOut">How many posts of the group are left out.</param>
    public ForecastBuilder(GroupInputs inputs, GroupAnalysis analysis, ForecastModel model, int leftOut) =>
        (_inputs, _analysis, _model, _leftOut) = (inputs, analysis, model, leftOut);

    private GroupSnapshot Snapshot => _analysis.Snapshot;

    private bool IsAgreed => _inputs.CriticalityAgreedOn is not null;

    /// <summary>The figures of the posts and the group, by as many trials as can be waited for.</summary>
    /// <param name="provenance">From what it is computed.</param>
    /// <param name="cancellation">Gives up.</param>
    public Forecast AtOnce(ForecastProvenance provenance, CancellationToken cancellation) =>
        Describe(Play(Changes.None, ForecastModel.TrialsAtOnce, threads: 1, cancellation), ranges: null, provenance);

    /// <summary>The same by more trials, with what is unknown, dependencies, critical sets and ranked actions.</summary>
    /// <param name="provenance">From what it is computed.</param>
    /// <param name="progress">Told how many steps are done, and of how many.</param>
    /// <param name="cancellation">Gives up.</param>
    public Forecast Full(ForecastProvenance provenance, Action<int, int> progress, CancellationToken cancellation)
    {
        var (holders, depth) = (HeaviestFirst(), _model.Rules.Depth(Snapshot.Posts.Count));
        var more = holders.Length + 1 + GroupRanges.Count(Snapshot, _model.Data, _model.Moves, depth, ForecastModel.Years);
        var (done, all) = (0, 0);
        void Tell(int steps, int of)
        {
            (done, all) = (steps, of);
            progress(steps, of);
        }

        var actions = NextBestActions.Of(
            Snapshot, _model.Data, _model.Moves, _model.Actions, (ulong)ForecastModel.Seed, ForecastModel.TrialsInFull,
            ForecastModel.Years, ForecastModel.Threads, _model.Rules.Screening(Snapshot.Posts.Count),
            (played, of) => Tell(played, of + more), cancellation);
        var ranges = GroupRanges.Of(
            actions.Baseline, _model.Data, depth, ForecastModel.Threads, (_, _) => Tell(done + 1, all), cancellation);
        var forecast = Describe(actions.Baseline, ranges, provenance);
        forecast.Provenance.RangeTrials = ranges.Trials;
        forecast.RankedActions = ActionMapping.ToContract(actions, IsAgreed);
        forecast.CriticalSets = CriticalSets(Weighting.ByCriticality);
        forecast.CriticalSetsWithEqualWeights = IsAgreed ? null : CriticalSets(Weighting.Equal);
        forecast.DependenciesLeftOut = Snapshot.Holders().Count() - holders.Length;
        Tell(done + 1, all);
        foreach (var dependency in Dependencies(actions.Baseline, holders, cancellation))
        {
            forecast.Dependencies.Add(dependency);
            Tell(done + 1, all);
        }

        return forecast;
    }

    private SimulationResult Play(Changes changes, int trials, int threads, CancellationToken cancellation) => Simulator.RunToCompare(
        new SimulationModel(Snapshot, _model.Data, _model.Moves, changes, ForecastModel.Years), (ulong)ForecastModel.Seed, trials, threads,
        cancellation);

    private Forecast Describe(SimulationResult result, GroupRanges? ranges, ForecastProvenance provenance)
    {
        var forecast = new Forecast
        {
            GroupId = _inputs.GroupId,
            Provenance = provenance,
            UncoveredDays = new GroupDays(result, Weighting.ByCriticality).Mean.ToContract(),
            UncoveredDaysWithEqualWeights = IsAgreed ? null : new GroupDays(result, Weighting.Equal).Mean.ToContract(),
            Concentration = ForecastMapping.Concentration(Snapshot, IsAgreed),
            OwnPostsLeftOut = _leftOut,
            CriticalityAgreed = IsAgreed,
        };
        var nominees = _inputs.Nominations.ToDictionary(
            name => (name.PostId, name.Nominee.PersonId ?? name.Nominee.Id), name => name.Nominee);
        forecast.Posts.AddRange(result.Posts.Select(post => ForecastMapping.ToContract(post, Snapshot, nominees, _model.Data)));
        forecast.ChairAndChiefExecutiveMissing.AddRange(result.BothMissing.Select(ForecastMapping.ToContract));
        if (ranges is not null) RangeMapping.Add(forecast, ranges);
        forecast.ChainLengths.AddRange(ForecastMapping.ToCounts(result.ChainLengths, from: 1));
        forecast.MostVacanciesAtOnce.AddRange(ForecastMapping.ToCounts(result.MostVacanciesAtOnce, from: 0));
        var ties = TieRanking.Of(_analysis);
        forecast.Ties.AddRange(ties.ByCriticality.Select(ForecastMapping.ToContract));
        if (!IsAgreed) forecast.TiesWithEqualWeights.AddRange((ties.ByEqualWeights ?? []).Select(ForecastMapping.ToContract));
        return forecast;
    }

    private PersonId[] HeaviestFirst() =>
    [
        .. Snapshot.Holders()
            .OrderByDescending(person => Snapshot.PostsHeldBy(person).Sum(held => Snapshot.Get(held.Post).Criticality.PrudentWeight))
            .ThenBy(person => person.Value, StringComparer.Ordinal).Take((int)_model.Rules.MostDependencies.Value),
    ];

    // In the order of ids: people are not ranked.
    private IEnumerable<DependencyForecast> Dependencies(SimulationResult baseline, PersonId[] holders, CancellationToken cancellation)
    {
        var inFull = holders.Take(_model.Rules.DependenciesInFullOf(Snapshot.Posts.Count)).ToHashSet();
        var full = new Baseline(baseline, IsAgreed);
        var less = holders.Length > inFull.Count
            ? new Baseline(Play(Changes.None, ForecastModel.TrialsAtOnce, ForecastModel.Threads, cancellation), IsAgreed)
            : full;
        return holders.OrderBy(person => person.Value, StringComparer.Ordinal)
            .Select(person => DependencyOn(person, inFull.Contains(person) ? full : less, cancellation));
    }

    private DependencyForecast DependencyOn(PersonId person, Baseline against, CancellationToken cancellation)
    {
        var without = Play(
            Changes.LeavesTonight(person, Snapshot.AsOf), against.Trials, ForecastModel.Threads, cancellation);
        var dependency = new DependencyForecast
        {
            PersonId = person.Value,
            DaysMore = new GroupDays(without, Weighting.ByCriticality).MoreThan(against.Weighted).ToContract(),
            DaysMoreWithEqualWeights = against.Equal is { } equal
                ? new GroupDays(without, Weighting.Equal).MoreThan(equal).ToContract() : null,
            Trials = without.Trials,
        };
        dependency.PostIds.AddRange(Snapshot.PostsHeldBy(person).Select(held => held.Post.Value));
        return dependency;
    }

    private V1.CriticalSets CriticalSets(Weighting weighting)
    {
        var share = _model.Rules.CriticalShareOfWeight;
        var found = Engine.CriticalPeople.CriticalSets.Find(Snapshot, _model.Data.Thresholds, share.Value, weighting);
        var sets = new V1.CriticalSets
        {
            SetsLeftOut = Math.Max(0, found.Sets.Count - MostSets),
            PeopleLeftOut = found.LeftOut,
            Threshold = ExplainedMapping.ToInput(share.Explain("Part of the weight of all posts", "share")),
        };
        sets.Sets.AddRange(found.Sets.Take(MostSets).Select(set =>
        {
            var critical = new V1.CriticalSet { ShareOfWeight = set.ShareOfWeight };
            critical.PersonIds.AddRange(set.People.Select(person => person.Value));
            critical.PostIds.AddRange(set.Uncovered.Select(post => post.Value));
            return critical;
        }));
        return sets;
    }

    private sealed class Baseline(SimulationResult result, bool isAgreed)
    {
        public int Trials { get; } = result.Trials;

        public GroupDays Weighted { get; } = new(result, Weighting.ByCriticality);

        public GroupDays? Equal { get; } = isAgreed ? null : new GroupDays(result, Weighting.Equal);
    }
}
