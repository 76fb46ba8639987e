using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Flags;

/// <summary>
/// Finds posts in one hand that no structure would carry. Raised when the posts are many, or serve many organisations, or one that serves
/// several was designed around a person, and cover is confirmed for too small a share of them. Cover of a post is confirmed when accepted
/// deputies are in place on every board, each for this post alone, and the true bench without the holder spares somebody for it whom no
/// post outside the arrangement needs: interim cover alone is not succession, and naming somebody who is needed elsewhere changes nothing.
/// </summary>
public static class HeroicLeadershipRule
{
    /// <summary>All findings of a group, in the order of their keys. Shared jobs give one finding, not one for each holder.</summary>
    public static IReadOnlyList<HeroicLeadership> Find(GroupSnapshot snapshot, RuleThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(thresholds);
        // Stryker disable once Linq : it takes the property Count for the method, and nothing around that compiles.
        return
        [
            .. snapshot.Holders().Select(holder => Judge(snapshot, holder, thresholds)).OfType<HeroicLeadership>()
                .OrderBy(finding => finding.Key.Value, StringComparer.Ordinal).ThenBy(finding => finding.Posts.Count)
                .DistinctBy(finding => string.Join('\n', finding.Posts.Select(post => post.Value))),
        ];
    }

    private static HeroicLeadership? Judge(GroupSnapshot snapshot, PersonId holder, RuleThresholds thresholds)
    {
        Post[] posts = [.. snapshot.PostsHeldBy(holder).Select(seat => snapshot.Get(seat.Post))];
        FlagReason[] concentration = [.. Concentration(posts, snapshot.OrganisationsRelyingOn(holder), thresholds)];
        if (concentration.Length == 0) return null;
        var arrangement = Arrangement.Of(snapshot, holder, thresholds);
        if (arrangement.ShareCovered.Estimate.Prudent >= thresholds.ShareOfPostsCovered.Value) return null;
        return new HeroicLeadership(
            holder, arrangement.Key, Ids(posts), arrangement.Organisations, arrangement.ShareCovered, Ids(arrangement.Covered),
            arrangement.OrganisationsCovered, [.. concentration, .. Shortfalls(arrangement), .. Patterns(arrangement)],
            StructuralActions.For(arrangement));
    }

    private static IEnumerable<FlagReason> Concentration(
        Post[] posts, IReadOnlyList<OrganisationId> organisations, RuleThresholds thresholds)
    {
        if (posts.Length >= thresholds.PostsHeld.Value)
            yield return new FlagReason(FlagReasonKind.PostsHeldByOnePerson, posts.Length, thresholds.PostsHeld, Ids(posts), organisations);
        if (organisations.Count >= thresholds.OrganisationsServed.Value)
        {
            yield return new FlagReason(
                FlagReasonKind.OrganisationsRelyOnOnePerson, organisations.Count, thresholds.OrganisationsServed, Ids(posts),
                organisations);
        }

        var around = posts.Where(post => post.DesignedAroundPerson == Answer.Yes
            && post.Serves.Count >= thresholds.OrganisationsServedWhenDesignedAroundPerson.Value).ToArray();
        if (around.Length > 0)
        {
            yield return new FlagReason(
                FlagReasonKind.DesignedAroundPerson, around.Max(post => post.Serves.Count),
                thresholds.OrganisationsServedWhenDesignedAroundPerson, Ids(around), Post.OrganisationsServedBy(around));
        }
    }

    private static IEnumerable<FlagReason> Shortfalls(Arrangement arrangement)
    {
        yield return Reason(
            FlagReasonKind.CoverConfirmedForFew, arrangement.Covered.Count, arrangement.Posts.Except(arrangement.Covered),
            arrangement.Thresholds.ShareOfPostsCovered);
        Post[] noDeputy = [.. arrangement.Posts.Except(arrangement.WithDeputy)];
        if (noDeputy.Length > 0) yield return Reason(FlagReasonKind.NoAcceptedDeputy, noDeputy.Length, noDeputy);
        Post[] bare = [.. arrangement.Posts.Except(arrangement.WithSuccessor)];
        if (bare.Length > 0) yield return Reason(FlagReasonKind.NoSuccessorOfItsOwn, bare.Length, bare);
        foreach (var (kind, standings) in new (FlagReasonKind, Standing[])[]
        {
            (FlagReasonKind.SuccessorsNeededElsewhere, [Standing.NeededElsewhere]),
            (FlagReasonKind.ReadinessNotKnown, [Standing.ReadinessUnknown, Standing.AvailabilityUnknown]),
        })
        {
            var names = arrangement.Posts.SelectMany(post => arrangement.Bench.StandingsFor(post.Id))
                .Where(name => standings.Contains(name.Standing)).ToArray();
            if (names.Length == 0) continue;
            var people = names.Select(name => name.Nomination.Nominee).Distinct().Count();
            yield return Reason(kind, people, arrangement.Posts.Where(post => names.Any(name => name.Nomination.Post == post.Id)));
        }
    }

    private static IEnumerable<FlagReason> Patterns(Arrangement arrangement)
    {
        var thresholds = arrangement.Thresholds;
        Post[] chairs = [.. arrangement.Posts.Where(post => post.Family == thresholds.ChairFamily)];
        var boards = Post.OrganisationsServedBy(chairs);
        var executives = arrangement.Snapshot.Posts
            .Where(post => post.Family == thresholds.ChiefExecutiveFamily && boards.Any(post.IsServing))
            .SelectMany(post => arrangement.Snapshot.HoldersOf(post.Id)).Select(held => held.Person).Distinct().Count();
        if (boards.Count > 1 && executives > 1) yield return Reason(FlagReasonKind.ChairSharedChiefExecutiveNot, executives, chairs);

        var soon = arrangement.Snapshot.AsOf.AddDays((int)thresholds.TermWarningDays.Value);
        Post[] ending =
        [
            .. arrangement.Held.Zip(arrangement.Posts)
                .Where(seat => seat.First.PlannedEnd <= soon || TermClock
                    .Of(seat.First, seat.Second, thresholds, arrangement.Snapshot.AsOf).Any(clock => clock.Limit <= soon))
                .Select(seat => seat.Second),
        ];
        if (ending.Length > 0) yield return Reason(FlagReasonKind.TermEndsSoon, ending.Length, ending, thresholds.TermWarningDays);
    }

    private static FlagReason Reason(FlagReasonKind kind, double observed, IEnumerable<Post> posts, ReferenceNumber? threshold = null)
    {
        Post[] list = [.. posts];
        return new FlagReason(kind, observed, threshold, Ids(list), Post.OrganisationsServedBy(list));
    }

    private static IReadOnlyList<PostId> Ids(IEnumerable<Post> posts) => [.. posts.Select(post => post.Id)];
}
