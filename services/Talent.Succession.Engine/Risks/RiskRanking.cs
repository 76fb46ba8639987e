using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Risks;

/// <summary>A place in the ranking of posts.</summary>
/// <param name="Risk">The post and its figures.</param>
/// <param name="Place">1 + the number of posts that are certainly greater, so tied posts can share a place.</param>
/// <param name="TiedWith">Posts whose range overlaps that of this one, so that their order is not certain.</param>
/// <param name="WouldSeparate">What to record so that a tie may come apart; empty without a tie.</param>
public sealed record RankedPost(PostRisk Risk, int Place, IReadOnlyList<PostId> TiedWith, IReadOnlyList<string> WouldSeparate);

/// <summary>Puts the posts of a group in order of risk. Posts are ranked, people never.</summary>
public static class RiskRanking
{
    /// <summary>The posts, greatest first; a figure that is unknown stands where its upper end puts it.</summary>
    /// <param name="risks">The posts to rank.</param>
    /// <param name="weighting">By which weights.</param>
    public static IReadOnlyList<RankedPost> Of(IEnumerable<PostRisk> risks, Weighting weighting)
    {
        ArgumentNullException.ThrowIfNull(risks);
        PostRisk[] sorted =
        [
            .. risks.OrderByDescending(risk => risk.Under(weighting).Estimate.Prudent)
                .ThenByDescending(risk => risk.Under(weighting).Estimate.High).ThenBy(risk => risk.Post.Value, StringComparer.Ordinal),
        ];
        var missing = sorted.ToDictionary(risk => risk, risk => Missing(risk.Under(weighting)));
        return [.. sorted.Select(risk => Place(risk, sorted, weighting, missing))];
    }

    /// <summary>
    /// True when equal weights put the posts in another order: said beside weighted figures as long as not all weights are agreed.
    /// </summary>
    public static bool ChangesWithEqualWeights(IReadOnlyCollection<PostRisk> risks) =>
        !Of(risks, Weighting.Equal).Select(post => post.Risk.Post)
            .SequenceEqual(Of(risks, Weighting.ByCriticality).Select(post => post.Risk.Post));

    private static RankedPost Place(
        PostRisk risk, PostRisk[] sorted, Weighting weighting, Dictionary<PostRisk, string[]> missing)
    {
        var estimate = risk.Under(weighting).Estimate;
        PostRisk[] tied = [.. sorted.Where(other => other != risk && !estimate.SeparatesFrom(other.Under(weighting).Estimate))];
        var place = 1 + sorted.Count(other => other.Under(weighting).Estimate.Low > estimate.High);
        string[] separate = tied.Length == 0
            ? []
            : [.. tied.Append(risk).SelectMany(one => missing[one]).Distinct().Order(StringComparer.Ordinal)];
        return new RankedPost(risk, place, [.. tied.Select(other => other.Post)], separate);
    }

    private static string[] Missing(Explained figure) => [.. figure.UnknownInputs().Select(input => input.ToRecord!).Distinct()];
}
