using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Risks;

/// <summary>Days without a substantive holder to expect of a post, from a vacancy that is there or comes within a year.</summary>
/// <param name="Post">The post.</param>
/// <param name="Weighted">Probability x days uncovered x criticality, in weighted days.</param>
/// <param name="Equal">The same with equal weights, shown as long as a criticality is not agreed.</param>
/// <param name="IsVacant">True when the register has no substantive holder.</param>
public sealed record PostRisk(PostId Post, Explained Weighted, Explained Equal, bool IsVacant)
{
    /// <summary>Computes the risk of one post.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="post">The post.</param>
    /// <param name="bench">Who counts for which post.</param>
    /// <param name="data">Reference data.</param>
    public static PostRisk Of(GroupSnapshot snapshot, Post post, TrueBench bench, ReferenceData data)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(data);
        var vacant = !snapshot.HoldersOf(post.Id).Any();
        var probability = VacancyProbability.Of(snapshot, post, data);
        var days = DaysUncovered.Of(snapshot, post, bench, data.FillTimes, vacant ? Departure.Sudden : Departure.WithNotice);
        return new PostRisk(
            post.Id, Total(probability, days, post, Weighting.ByCriticality), Total(probability, days, post, Weighting.Equal), vacant);
    }

    /// <summary>The figure under a weighting.</summary>
    public Explained Under(Weighting weighting) => weighting == Weighting.Equal ? Equal : Weighted;

    private static Explained Total(Explained probability, Explained days, Post post, Weighting weighting) => Explained.From(
        "Expected days uncovered", weighting == Weighting.Equal ? "days" : "weighted days", Operation.Product, probability, days,
        Weights.Of(post, weighting));
}
