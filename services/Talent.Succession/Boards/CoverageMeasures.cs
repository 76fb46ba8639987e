using Talent.Succession.Engine;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.V1;
using Coverage = Talent.Succession.Engine.Benches.Coverage;

namespace Talent.Succession.Boards;

/// <summary>The measures behind what is covered on paper and if it happened, each opened.</summary>
internal static class CoverageMeasures
{
    /// <summary>Posts covered if it happened, with how soon somebody must be ready to count, and with who was not counted.</summary>
    public static ExplainedNumber IfItHappened(GroupAnalysis analysis)
    {
        var (snapshot, bench) = (analysis.Snapshot, analysis.Bench);
        var number = Explained.From(
            "Posts covered if it happened", "posts", Operation.Difference,
            Explained.Counted("Posts", snapshot.Posts.Count, "posts", snapshot.AsOf),
            Explained.Counted("Posts for which no one is ready and free, each person counted once", bench.Bare.Count, "posts",
                snapshot.AsOf)).ToContract();
        var standings = snapshot.Posts.SelectMany(post => bench.StandingsFor(post.Id)).ToLookup(name => name.Standing);
        Explained[] counting =
        [
            analysis.Data.Thresholds.CoverHorizonDays.Explain("Counts who is certainly ready within", "days"),
            NotCounted("Not counted: people from outside the group", standings[Standing.AvailabilityUnknown], snapshot.AsOf),
            NotCounted("Not counted: nominations without a known readiness", standings[Standing.ReadinessUnknown], snapshot.AsOf),
            NotCounted(
                "Not counted: nominations of whom it is not recorded that they meet what the post needs",
                standings[Standing.RequirementUnknown], snapshot.AsOf),
            NotCounted(
                "Not counted: nominations of people who do not meet what the post needs", standings[Standing.RequirementNotMet],
                snapshot.AsOf),
        ];
        number.Inputs.AddRange(counting.Select(ExplainedMapping.ToInput));
        number.Source = "True bench: a maximum matching of people to posts";
        return number;
    }

    /// <summary>The published measures of a group with at least one post.</summary>
    public static IEnumerable<Explained> Published(GroupSnapshot snapshot) =>
        [Coverage.CoverageRatio(snapshot), Coverage.ReadyNowRatio(snapshot), Coverage.SuccessorCoverage(snapshot)];

    private static Explained NotCounted(string what, IEnumerable<NomineeStanding> names, DateOnly day) =>
        Explained.Counted(what, names.Count(), "nominations", day);
}
