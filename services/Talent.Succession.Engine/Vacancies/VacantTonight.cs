using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;

namespace Talent.Succession.Engine.Vacancies;

/// <summary>What one organisation would see if a post it relies on fell vacant tonight.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Share">The part of the post's time it gets; null when not recorded.</param>
/// <param name="InterimDeputies">Accepted deputy posts that are filled and serve this organisation. Interim cover, not succession.</param>
/// <param name="DaysUncovered">Days without a substantive holder.</param>
public sealed record OrganisationTonight(
    OrganisationId Organisation, double? Share, IReadOnlyList<PostId> InterimDeputies, Explained DaysUncovered);

/// <summary>"If this post fell vacant tonight", across every organisation it serves. The holder is gone; nobody else has moved.</summary>
/// <param name="Post">The post.</param>
/// <param name="Organisations">Each organisation served.</param>
/// <param name="Confirmed">Ready people counted for this post, or for none and so free for it.</param>
/// <param name="NeededElsewhere">Ready people who count for another post, with that post.</param>
/// <param name="NotYet">Named people who are ready later, or of whom readiness, a requirement or availability is not known.</param>
/// <param name="Chain">What opens next, step after step, until it ends.</param>
/// <param name="WeightedDays">Days uncovered times criticality, over the whole chain.</param>
/// <param name="EqualDays">The same with equal weights, shown as long as a criticality is not agreed.</param>
/// <param name="Slate">What every nomination for the post is worth, first choice first.</param>
/// <param name="Bench">Who counts for which post when the holder is gone and this post gets only people no other post needs.</param>
public sealed record VacantTonight(
    PostId Post, IReadOnlyList<OrganisationTonight> Organisations, IReadOnlyList<NomineeStanding> Confirmed,
    IReadOnlyList<NomineeStanding> NeededElsewhere, IReadOnlyList<NomineeStanding> NotYet, IReadOnlyList<CascadeStep> Chain,
    Explained WeightedDays, Explained EqualDays, IReadOnlyList<NomineeStanding> Slate, TrueBench Bench)
{
    /// <summary>Answers the question for one post.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="post">The post.</param>
    /// <param name="data">Reference data.</param>
    /// <exception cref="ArgumentException">The group has no such post.</exception>
    public static VacantTonight Of(GroupSnapshot snapshot, PostId post, ReferenceData data)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(data);
        var seat = snapshot.Get(post);
        PersonId[] gone = [.. snapshot.HoldersOf(post).Select(held => held.Person)];
        var bench = TrueBench.Sparing(snapshot, data.Thresholds, [post], gone);
        var slate = bench.StandingsFor(post);
        var standings = slate.ToLookup(name => name.Standing);
        var chain = Cascade.From(snapshot, bench, post, data.FillTimes);
        var days = DaysUncovered.Of(snapshot, seat, bench, data.FillTimes, Departure.Sudden);
        PostId[] deputies = [.. Deputies.InPlace(snapshot, seat, gone)];
        return new VacantTonight(
            post,
            [
                .. seat.Serves.OrderBy(served => served.Organisation.Value, StringComparer.Ordinal)
                    .Select(served => new OrganisationTonight(
                        served.Organisation, served.Share,
                        [.. deputies.Where(deputy => snapshot.Get(deputy).IsServing(served.Organisation))], days)),
            ],
            [.. standings[Standing.Confirmed], .. standings[Standing.Free]],
            [.. standings[Standing.NeededElsewhere]],
            [
                .. standings[Standing.ReadyLater], .. standings[Standing.ReadinessUnknown], .. standings[Standing.RequirementUnknown],
                .. standings[Standing.AvailabilityUnknown],
            ],
            chain, Days(snapshot, chain, Weighting.ByCriticality), Days(snapshot, chain, Weighting.Equal), slate, bench);
    }

    private static Explained Days(GroupSnapshot snapshot, IReadOnlyList<CascadeStep> chain, Weighting weighting)
    {
        var unit = weighting == Weighting.Equal ? "days" : "weighted days";
        return Explained.From(
            "Days uncovered over the whole chain", unit, Operation.Sum,
            chain.Select(step => Explained.From(
                weighting == Weighting.Equal ? "Days of a post" : "Weighted days of a post", unit, Operation.Product, step.DaysUncovered,
                Weights.Of(snapshot.Get(step.Post), weighting)).For(step.Post)));
    }
}
