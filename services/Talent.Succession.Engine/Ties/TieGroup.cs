using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Risks;

namespace Talent.Succession.Engine.Ties;

/// <summary>Something nobody has recorded, and what it would bring to the interval of a post's figure.</summary>
/// <param name="ToRecord">What to record.</param>
/// <param name="Narrower">By how much the interval would be narrower, in the unit of the figure, if it were known at the middle of what it
/// may be. Below 0 where knowing it makes another uncertainty count.</param>
public sealed record Separator(string ToRecord, double Narrower);

/// <summary>A post in a group of ties.</summary>
/// <param name="Risk">The post and its figures.</param>
/// <param name="Separators">What to record of it, that which narrows its interval most first; empty for a post that is alone, or where
/// nothing is unknown.</param>
public sealed record TiedPost(PostRisk Risk, IReadOnlyList<Separator> Separators);

/// <summary>
/// Posts whose order is not certain. Overlap of intervals alone is no equivalence: a post may overlap two that are apart. A tie is
/// therefore closed under it: two posts are tied when a chain of overlapping intervals joins them. So each post is in exactly one group,
/// all posts of a group are certainly above all posts of the next, and the groups have places, whatever is done inside them.
/// </summary>
/// <param name="Place">1 + the number of posts in the groups above.</param>
/// <param name="Posts">The posts, in the order of their identifiers: inside a group there is no other.</param>
/// <param name="ComesApart">Whether there would be more than one group if all that is unknown of these posts were known at its middle.
/// </param>
public sealed record TieGroup(int Place, IReadOnlyList<TiedPost> Posts, bool ComesApart)
{
    /// <summary>True when the order of some posts is not certain.</summary>
    public bool IsTie => Posts.Count > 1;
}

/// <summary>The posts of a group by risk, as groups of ties.</summary>
/// <param name="ByCriticality">By the weights given, agreed or proposed; greatest first.</param>
/// <param name="ByEqualWeights">The same with equal weights; null when the group has agreed the criticality of every post.</param>
public sealed record TieRanking(IReadOnlyList<TieGroup> ByCriticality, IReadOnlyList<TieGroup>? ByEqualWeights)
{
    /// <summary>Ranks the posts of a group.</summary>
    public static TieRanking Of(GroupAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new TieRanking(
            Of(analysis.Risks.Values, Weighting.ByCriticality),
            analysis.NotAgreed == 0 ? null : Of(analysis.Risks.Values, Weighting.Equal));
    }

    /// <summary>Ranks posts by their figure under a weighting.</summary>
    /// <param name="risks">The posts, in any order.</param>
    /// <param name="weighting">By which weights.</param>
    public static IReadOnlyList<TieGroup> Of(IEnumerable<PostRisk> risks, Weighting weighting)
    {
        ArgumentNullException.ThrowIfNull(risks);
        var place = 1;
        var groups = new List<TieGroup>();
        foreach (var tied in Groups([.. risks], risk => risk.Under(weighting).Estimate))
        {
            groups.Add(new TieGroup(
                place,
                [
                    .. tied.OrderBy(risk => risk.Post.Value, StringComparer.Ordinal)
                        .Select(risk => new TiedPost(risk, tied.Count == 1 ? [] : Separators(risk.Under(weighting)))),
                ],
                Groups(tied, risk => Recomputed.With(risk.Under(weighting), _ => true)).Count > 1));
            place += tied.Count;
        }

        return groups;
    }

    // From the greatest upper end down: a group ends where nothing in it reaches down to the next upper end.
    private static List<List<PostRisk>> Groups(IReadOnlyList<PostRisk> risks, Func<PostRisk, Estimate> figure)
    {
        var groups = new List<List<PostRisk>>();
        var low = double.NegativeInfinity;
        foreach (var (risk, estimate) in risks.Select(risk => (risk, estimate: figure(risk)))
            .OrderByDescending(pair => pair.estimate.High))
        {
            if (groups.Count == 0 || estimate.High < low)
            {
                groups.Add([risk]);
                low = estimate.Low;
                continue;
            }

            groups[^1].Add(risk);
            low = Math.Min(low, estimate.Low);
        }

        return groups;
    }

    private static IReadOnlyList<Separator> Separators(Explained figure) =>
    [
        .. figure.UnknownInputs().Select(input => input.ToRecord!).Distinct(StringComparer.Ordinal)
            .Select(record => new Separator(
                record, Width(figure.Estimate) - Width(Recomputed.With(figure, input => input.ToRecord == record))))
            .OrderByDescending(each => each.Narrower).ThenBy(each => each.ToRecord, StringComparer.Ordinal),
    ];

    private static double Width(Estimate estimate) => estimate.High - estimate.Low;
}
