using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>Shows beside a comparison what it would be if every post had the same weight, as long as criticality is not agreed.</summary>
internal static class EqualWeightsComparison
{
    /// <summary>Adds the figures with equal weights, and whether the order of the parts changes with them.</summary>
    /// <param name="response">The answer, which is changed.</param>
    /// <param name="weighted">The comparison by criticality.</param>
    /// <param name="equal">The same results with equal weights.</param>
    public static void AddTo(CompareScenarioResponse response, ScenarioComparison weighted, ScenarioComparison equal)
    {
        response.AllOrganisationsWithEqualWeights = equal.AllOrganisations.ToContract();
        response.OrganisationsWithEqualWeights.AddRange(equal.Organisations.Select(each => ToContract(each, each.Of.Value)));
        response.PostsWithEqualWeights.AddRange(equal.Posts.Select(each => ToContract(each, each.Of.Value)));
        response.OrganisationsChangeOrderWithEqualWeights = ChangesOrder(weighted.Organisations, equal.Organisations);
        response.PostsChangeOrderWithEqualWeights = ChangesOrder(weighted.Posts, equal.Posts);
    }

    /// <summary>One part.</summary>
    public static ScenarioDifference ToContract<T>(PartDifference<T> part, string id) =>
        ToContract(id, part.Baseline, part.Scenario, part.Difference);

    /// <summary>One part, before and after.</summary>
    public static ScenarioDifference ToContract(string id, Estimate? baseline, Estimate? scenario, Estimate? difference) => new()
    {
        PartId = id,
        Baseline = baseline?.ToContract(),
        Scenario = scenario?.ToContract(),
        Difference = difference?.ToContract(),
    };

    private static bool ChangesOrder<T>(IReadOnlyList<PartDifference<T>> weighted, IReadOnlyList<PartDifference<T>> equal) =>
        !Ordered(weighted).SequenceEqual(Ordered(equal));

    // The greatest saving first; what cannot be compared comes last.
    private static IEnumerable<T> Ordered<T>(IEnumerable<PartDifference<T>> parts) =>
        parts.OrderBy(part => part.Difference?.Value ?? double.MaxValue).Select(part => part.Of);
}
