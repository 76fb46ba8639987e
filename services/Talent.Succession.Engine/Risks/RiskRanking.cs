using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Risks;

/// <summary>A place in the ranking of posts.</summary>
/// <param name="Risk">The post and its figures.</param>
/// <param name="Place">1 + the number of posts that are certainly greater, so tied posts can share a place.</param>
/// <param name="TiedWith">Posts whose range overlaps that of this one, so that their order is not certain.</param>
/// <param name="WouldSeparate">What to record so that a tie may come apart; empty without a tie.</param>
public sealed record RankedPost(PostRisk Risk, int Place, IReadOnlyList<PostId> TiedWith, IReadOnlyList<string> WouldSeparate);

/// <summary>The posts of a group by risk. Posts are ranked, people never.</summary>
/// <param name="Posts">Greatest first; a figure that is unknown stands where its upper end puts it.</param>
/// <param name="Weighting">Which weights put them in this order.</param>
/// <param name="OrderChangesWithEqualWeights">True when equal weights would give another order.</param>
/// <param name="NotAgreed">How many posts have no criticality that the group has agreed.</param>
public sealed record RiskRanking(
    IReadOnlyList<RankedPost> Posts, Weighting Weighting, bool OrderChangesWithEqualWeights, int NotAgreed)
{
    /// <summary>
    /// Ranks by criticality once all of it is agreed, by equal weights until then.
    /// </summary>
    public static RiskRanking Of(GroupSnapshot snapshot, IEnumerable<PostRisk> risks)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        PostRisk[] all = [.. risks];
        var notAgreed = all.Count(risk => snapshot.Get(risk.Post).Criticality.AgreedOn is null);
        var weighting = notAgreed == 0 ? Weighting.ByCriticality : Weighting.Equal;
        var equal = Sorted(all, Weighting.Equal).Select(risk => risk.Post);
        var weighted = Sorted(all, Weighting.ByCriticality).Select(risk => risk.Post);
        return new RiskRanking(Place([.. Sorted(all, weighting)], weighting), weighting, !equal.SequenceEqual(weighted), notAgreed);
    }

    private static IEnumerable<PostRisk> Sorted(IEnumerable<PostRisk> risks, Weighting weighting) => risks
        .OrderByDescending(risk => risk.Under(weighting).Estimate.Prudent)
        .ThenByDescending(risk => risk.Under(weighting).Estimate.High)
        .ThenBy(risk => risk.Post.Value, StringComparer.Ordinal);

    private static RankedPost[] Place(PostRisk[] sorted, Weighting weighting) =>
    [
        .. sorted.Select(risk =>
        {
            var estimate = risk.Under(weighting).Estimate;
            PostRisk[] tied = [.. sorted.Where(other => other != risk && !estimate.SeparatesFrom(other.Under(weighting).Estimate))];
            var place = 1 + sorted.Count(other => other.Under(weighting).Estimate.Low > estimate.High);
            string[] missing = tied.Length == 0 ? [] : Missing(tied.Append(risk).Select(one => one.Under(weighting)));
            return new RankedPost(risk, place, [.. tied.Select(other => other.Post)], missing);
        }),
    ];

    private static string[] Missing(IEnumerable<Explained> figures) =>
        [.. figures.SelectMany(figure => figure.UnknownInputs()).Select(input => input.ToRecord!).Distinct().Order(StringComparer.Ordinal)];
}
