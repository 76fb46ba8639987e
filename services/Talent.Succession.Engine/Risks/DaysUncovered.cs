using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Risks;

/// <summary>How much warning a vacancy comes with.</summary>
public enum Departure
{
    /// <summary>The holder gives the usual notice, in which a successor can be appointed.</summary>
    WithNotice,

    /// <summary>The post is empty from today: it is vacant already, or it falls vacant tonight.</summary>
    Sudden,
}

/// <summary>Days a post stands without a substantive holder if it falls vacant. Interim cover shortens nothing.</summary>
public static class DaysUncovered
{
    /// <summary>
    /// The time to fill by open competition, or less with a successor of the post's own: days until certainly ready, plus the days to
    /// appoint, less the notice. A named person of unknown readiness, availability or requirements does not count, but lowers the lower
    /// end to 0.
    /// </summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="post">The post.</param>
    /// <param name="bench">Who counts for which post.</param>
    /// <param name="fillTimes">How long posts stand empty.</param>
    /// <param name="departure">How much warning there is.</param>
    public static Explained Of(GroupSnapshot snapshot, Post post, TrueBench bench, FillTimes fillTimes, Departure departure)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(bench);
        ArgumentNullException.ThrowIfNull(fillTimes);
        var fill = fillTimes.Of(post.Family).Explain("Days to fill by open competition", "days");
        var ways = new List<Explained> { fill };
        if (bench.NominationBehind(post.Id) is { } name) ways.Add(WithSuccessor(name, snapshot.AsOf, fillTimes, departure));
        var bare = bench.SuccessorFor(post.Id) is null;
        if (bare && Count(bench, post.Id, Standing.ReadinessUnknown, Standing.AvailabilityUnknown) is var unknown and > 0)
        {
            ways.Add(Explained.Missing(
                "Days with a named person whose readiness or availability is not known", 0, fill.Estimate.High, "days",
                unknown == 1 ? "the readiness or availability of one named person"
                    : $"the readiness or availability of {unknown} named people"));
        }

        if (bare && Count(bench, post.Id, Standing.RequirementUnknown) is var open and > 0)
        {
            ways.Add(Explained.Missing(
                "Days with a named person of whom a hard requirement of the post is not recorded", 0, fill.Estimate.High, "days",
                open == 1 ? "whether one named person meets the requirements of the post"
                    : $"whether {open} named people meet the requirements of the post"));
        }

        return Explained.From("Days uncovered if the post falls vacant", "days", Operation.SmallestKnown, ways);
    }

    private static int Count(TrueBench bench, PostId post, params IReadOnlyCollection<Standing> standings) =>
        bench.StandingsFor(post).Count(name => standings.Contains(name.Standing));

    private static Explained WithSuccessor(Nomination name, DateOnly asOf, FillTimes fillTimes, Departure departure)
    {
        var latest = Math.Max(0, name.Readiness.Latest!.Value.DayNumber - asOf.DayNumber);
        var earliest = Math.Max(0, (name.Readiness.Earliest ?? asOf).DayNumber - asOf.DayNumber);
        var ready = Explained.Given(
            "Days until the successor is ready", Estimate.Of(latest, earliest, latest), "days", "readiness recorded with the nomination",
            name.RecordedOn);
        var appoint = fillTimes.AppointSuccessor.Explain("Days to appoint a successor", "days");
        var seated = Explained.From("Days until the successor takes up the post", "days", Operation.Sum, ready, appoint);
        return departure == Departure.Sudden
            ? seated
            : Explained.From(
                "Days uncovered with the successor", "days", Operation.PositiveDifference, seated,
                fillTimes.Notice.Explain("Notice", "days"));
    }
}
