using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Sensitivity;

/// <summary>The figures of one post with what is unknown.</summary>
/// <param name="Post">The post.</param>
/// <param name="FallsVacant">By year, from the first: probability that it has fallen vacant by the end of it.</param>
/// <param name="UncoveredDays">Expected days without a substantive holder, less what interim cover takes away.</param>
/// <param name="LongVacancy">Probability of at least one long vacancy.</param>
/// <param name="Boards">The boards that are known to be left alone, in the order of identifiers; mostly none.</param>
public sealed record PostRanges(
    PostId Post, IReadOnlyList<RangedFigure> FallsVacant, RangedFigure UncoveredDays, RangedFigure LongVacancy,
    IReadOnlyList<BoardRanges> Boards);

/// <summary>The figures of one board of a shared post with what is unknown.</summary>
/// <param name="Board">The board.</param>
/// <param name="LeftAlone">By year, from the first: probability that the holder has left this board alone by the end of it.</param>
/// <param name="UncoveredDays">Expected days on which nobody holds the post on this board, less what interim cover takes away.</param>
public sealed record BoardRanges(OrganisationId Board, IReadOnlyList<RangedFigure> LeftAlone, RangedFigure UncoveredDays);

/// <summary>How often an organisation has neither chair nor chief executive, with what is unknown.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Happens">Probability that both are missing on one day at least of the years looked ahead.</param>
/// <param name="Days">Expected days on which both are missing.</param>
public sealed record BothMissingRanges(OrganisationId Organisation, RangedFigure Happens, RangedFigure Days);

/// <summary>How thoroughly unknowns are played.</summary>
/// <param name="Trials">How many trials for each end of each unknown, 1 or more.</param>
/// <param name="PostsApart">For so many posts, the most critical, missing records of a kind are played post by post; 0 or more.</param>
/// <param name="TypicalShare">The part, 0 to 1, of the spread of a time to fill or to take up (its variance on the scale of logarithms) by
/// which typical times differ from group to group; the rest is how one vacancy differs from the next, which the trials draw.</param>
public sealed record RangeDepth(int Trials, int PostsApart, double TypicalShare);

/// <summary>
/// How sure the figures of a simulation are, given all that it does not know: each unknown is played at the low and at the high end of its
/// 80 % range with all others as they are (one at a time), on the same random numbers as the group as it is, so that hardly any chance is
/// in a difference. Differences are taken between equal numbers of trials, and put to the figures of the whole simulation.
/// </summary>
public sealed class GroupRanges
{
    private GroupRanges(int trials, IReadOnlyList<Unknown> unknowns, SimulationResult baseline, Queue<RangedFigure> figures)
    {
        (Trials, Unknowns) = (trials, unknowns);
        Posts =
        [
            .. baseline.Posts.Select(post => new PostRanges(
                post.Post, Next(post.FallsVacant.Count), figures.Dequeue(), figures.Dequeue(),
                [.. post.Boards.Select(board => new BoardRanges(board.Board, Next(board.LeftAlone.Count), figures.Dequeue()))])),
        ];
        BothMissing =
        [
            .. Known(baseline.BothMissing)
                .Select(missing => new BothMissingRanges(missing.Organisation, figures.Dequeue(), figures.Dequeue())),
        ];
        (UncoveredDays, UncoveredDaysWithEqualWeights) = (figures.Dequeue(), figures.Dequeue());

        IReadOnlyList<RangedFigure> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => figures.Dequeue())];
    }

    /// <summary>Trials for each end of each unknown.</summary>
    public int Trials { get; }

    /// <summary>Everything that was played.</summary>
    public IReadOnlyList<Unknown> Unknowns { get; }

    /// <summary>By post, in the order of identifiers.</summary>
    public IReadOnlyList<PostRanges> Posts { get; }

    /// <summary>By organisation of which posts of both chair and chief executive are known, in the order of identifiers.</summary>
    public IReadOnlyList<BothMissingRanges> BothMissing { get; }

    /// <summary>Expected uncovered days of the group, each times the criticality of its post, less what interim cover takes away.</summary>
    public RangedFigure UncoveredDays { get; }

    /// <summary>The same with equal weights.</summary>
    public RangedFigure UncoveredDaysWithEqualWeights { get; }

    /// <summary>How many unknowns of a group would be played.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="data">How often posts change hands and how long they stand empty.</param>
    /// <param name="rules">How people move.</param>
    /// <param name="depth">How thoroughly.</param>
    /// <param name="years">How far ahead is looked.</param>
    public static int Count(GroupSnapshot snapshot, ReferenceData data, MoveRules rules, RangeDepth depth, int years)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(depth);
        return UnknownsOf(new ModelInputs(snapshot, data, rules), depth, years).Count();
    }

    /// <summary>Plays the unknowns of a group.</summary>
    /// <param name="baseline">The group as it is, without changes of a scenario, with its days kept
    /// (<see cref="Simulator.RunToCompare"/>).</param>
    /// <param name="data">The reference data of the baseline.</param>
    /// <param name="depth">How thoroughly.</param>
    /// <param name="threads">How many trials at once, 1 or more; the result is the same for any number.</param>
    /// <param name="progress">Told after each unknown how many are played, and how many will have been in the end; null: nobody asks.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentException">The baseline did not keep its days, or the depth is out of range.</exception>
    public static GroupRanges Of(
        SimulationResult baseline, ReferenceData data, RangeDepth depth, int threads = 1, Action<int, int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(depth);
        if (depth is { Trials: < 1 } or { PostsApart: < 0 } or not { TypicalShare: >= 0 and <= 1 })
        {
            throw new ArgumentException(
                "Play unknowns by one trial or more, no fewer than no posts alone, with a share from 0 to 1.", nameof(depth));
        }

        var known = new ModelInputs(baseline.Model.Snapshot, data, baseline.Model.Rules);
        var years = baseline.Model.Years;
        double[] Play(ModelInputs inputs) => Means(Simulator.Run(
            new SimulationModel(inputs.Snapshot, inputs.Data, inputs.Rules, null, years), baseline.Seed, depth.Trials, threads,
            cancellation));

        UnknownInput[] inputs = [.. UnknownsOf(known, depth, years)];
        var asItIs = Play(known);
        var ends = new List<(double[] Low, double[] High)>();
        foreach (var input in inputs)
        {
            ends.Add((input.AtLow is { } low ? Play(low()) : asItIs, input.AtHigh is { } high ? Play(high()) : asItIs));
            progress?.Invoke(ends.Count, inputs.Length);
        }

        var figures = Estimates(baseline).Select((figure, at) => RangedFigure.Of(
            figure.Estimate,
            inputs.Zip(ends, (input, end) => new Shift(input.Unknown, end.Low[at] - asItIs[at], end.High[at] - asItIs[at])),
            least: 0, figure.Most));
        return new GroupRanges(
            depth.Trials, [.. inputs.Select(input => input.Unknown)], baseline, new Queue<RangedFigure>(figures));
    }

    private static IEnumerable<UnknownInput> UnknownsOf(ModelInputs known, RangeDepth depth, int years) =>
        new UnknownNumbers(known, depth.TypicalShare, known.Snapshot.AsOf.AddYears(years)).All()
            .Concat(new MissingRecords(known, depth.PostsApart).All());

    private static IEnumerable<(Estimate Estimate, double Most)> Estimates(SimulationResult result) =>
        Figures(result)
            .Append((new GroupDays(result, Weighting.ByCriticality).Mean, double.PositiveInfinity))
            .Append((new GroupDays(result, Weighting.Equal).Mean, double.PositiveInfinity));

    private static double[] Means(SimulationResult result)
    {
        var weights = result.Model.Snapshot.Posts.Select(post => post.Criticality.PrudentWeight);
        return
        [
            .. Figures(result).Select(figure => figure.Estimate.Prudent),
            result.Posts.Zip(weights, (post, weight) => weight * post.UncoveredDays.Prudent).Sum(),
            result.Posts.Sum(post => post.UncoveredDays.Prudent),
        ];
    }

    // In the order in which they are taken apart again, and what each can be at most.
    private static IEnumerable<(Estimate Estimate, double Most)> Figures(SimulationResult result) =>
        result.Posts.SelectMany(post => Probabilities(post.FallsVacant).Append(Days(post.UncoveredDays)).Append((post.LongVacancy, 1))
                .Concat(post.Boards.SelectMany(board => Probabilities(board.LeftAlone).Append(Days(board.UncoveredDays)))))
            .Concat(Known(result.BothMissing).SelectMany(missing => Probabilities([missing.Happens]).Append(Days(missing.Days))));

    private static IEnumerable<BothMissingOutcome> Known(IEnumerable<BothMissingOutcome> missing) =>
        missing.Where(each => !each.Happens.IsUnknown);

    private static IEnumerable<(Estimate Estimate, double Most)> Probabilities(IEnumerable<Estimate> estimates) =>
        estimates.Select(estimate => (estimate, 1.0));

    private static (Estimate Estimate, double Most) Days(Estimate estimate) => (estimate, double.PositiveInfinity);
}
