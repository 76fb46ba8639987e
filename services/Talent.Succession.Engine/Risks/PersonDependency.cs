using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Risks;

/// <summary>
/// What a group would lose if one person left tonight: all posts held fall vacant in every organisation, the bench is counted again
/// without the person, and the expected days uncovered as things stand are taken off. It says how posts are arranged.
/// </summary>
/// <param name="Person">The person.</param>
/// <param name="Weighted">Weighted days more than as things stand.</param>
/// <param name="Equal">The same with equal weights.</param>
/// <param name="PostsHeld">Posts held substantively.</param>
/// <param name="Organisations">Organisations those posts serve.</param>
/// <param name="DaysCommitted">Days a week the posts take together; unknown where one is not recorded.</param>
/// <param name="NeededElsewhere">Ready successors of these posts who count for other posts.</param>
/// <param name="Clocks">Term clocks by post.</param>
/// <param name="DesignedAroundPerson">Posts held that were designed around a person.</param>
/// <param name="WithAcceptedDeputy">Posts held that have an accepted deputy in place, somebody else.</param>
/// <param name="BenchLost">Posts of others that lose the successor counted for them.</param>
public sealed record PersonDependency(
    PersonId Person, Explained Weighted, Explained Equal, IReadOnlyList<PostId> PostsHeld,
    IReadOnlyList<OrganisationId> Organisations, Explained DaysCommitted, IReadOnlyList<NomineeStanding> NeededElsewhere,
    IReadOnlyList<(PostId Post, TermClock Clock)> Clocks, IReadOnlyList<PostId> DesignedAroundPerson,
    IReadOnlyList<PostId> WithAcceptedDeputy, IReadOnlyList<PostId> BenchLost)
{
    /// <summary>Computes the dependency on one person.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="person">The person.</param>
    /// <param name="baseline">The risks of the group as things stand.</param>
    /// <param name="bench">The bench as things stand.</param>
    /// <param name="data">Reference data.</param>
    public static PersonDependency Of(
        GroupSnapshot snapshot, PersonId person, IReadOnlyDictionary<PostId, PostRisk> baseline, TrueBench bench, ReferenceData data)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(bench);
        ArgumentNullException.ThrowIfNull(data);
        var without = TrueBench.Of(snapshot, data.Thresholds, person);
        Appointment[] held = [.. snapshot.PostsHeldBy(person)];
        Post[] posts = [.. held.Select(seat => snapshot.Get(seat.Post))];
        var vacated = posts.Where(post => snapshot.HoldersOf(post.Id).All(seat => seat.Person == person)).ToHashSet();
        Post[] benchLost =
        [
            .. snapshot.Posts.Where(post => !vacated.Contains(post))
                .Where(post => bench.NominationBehind(post.Id) != without.NominationBehind(post.Id)),
        ];
        Explained Loss(Weighting weighting) => Explained.From(
            "Days uncovered if this person left tonight, more than as things stand",
            weighting == Weighting.Equal ? "days" : "weighted days", Operation.Sum,
            [
                .. posts.Where(vacated.Contains).Select(post => Vacated(snapshot, post, without, baseline, data, weighting)),
                .. benchLost.Select(post => Weakened(snapshot, post, without, baseline, data, weighting)),
            ]);
        return new PersonDependency(
            person, Loss(Weighting.ByCriticality), Loss(Weighting.Equal), [.. posts.Select(post => post.Id)],
            snapshot.OrganisationsRelyingOn(person), Days(posts),
            [.. posts.SelectMany(post => without.StandingsFor(post.Id)).Where(name => name.Standing == Standing.NeededElsewhere)],
            [.. held.Zip(posts).SelectMany(pair => TermClock.Of(pair.First, pair.Second, data.Thresholds, snapshot.AsOf)
                .Select(clock => (pair.Second.Id, clock)))],
            [.. posts.Where(post => post.DesignedAroundPerson == Answer.Yes).Select(post => post.Id)],
            [.. posts.Where(post => Deputies.InPlace(snapshot, post, [person]).Any()).Select(post => post.Id)],
            [
                .. benchLost.Select(post => post.Id)
                    .Where(post => without.SuccessorFor(post) is null && bench.SuccessorFor(post) is not null),
            ]);
    }

    private static Explained Vacated(
        GroupSnapshot snapshot, Post post, TrueBench without, IReadOnlyDictionary<PostId, PostRisk> baseline, ReferenceData data,
        Weighting weighting)
    {
        var tonight = Explained.From(
            "Days uncovered from tonight", "weighted days", Operation.Product,
            DaysUncovered.Of(snapshot, post, without, data.FillTimes, Departure.Sudden), Weights.Of(post, weighting));
        return More("A post falls vacant", tonight, baseline[post.Id].Under(weighting)).For(post.Id);
    }

    private static Explained Weakened(
        GroupSnapshot snapshot, Post post, TrueBench without, IReadOnlyDictionary<PostId, PostRisk> baseline, ReferenceData data,
        Weighting weighting) => More(
            "The people ready or preparing for another post change", PostRisk.Of(snapshot, post, without, data).Under(weighting),
            baseline[post.Id].Under(weighting)).For(post.Id);

    private static Explained More(string name, Explained then, Explained now) =>
        Explained.From(name, "weighted days", Operation.Difference, then, now);

    private static Explained Days(IEnumerable<Post> posts) => Explained.From(
        "Days a week the posts take together", "days a week", Operation.Sum,
        posts.Select(post => (post.DaysPerWeek is { } days
            ? Explained.Given("Days a week of a post", Estimate.Exact(days), "days a week", "the register of posts")
            : Explained.Missing("Days a week of a post", 0, 7, "days a week", "the days per week of the post")).For(post.Id)));
}
