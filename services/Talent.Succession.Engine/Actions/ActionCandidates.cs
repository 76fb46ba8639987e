using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Actions;

/// <summary>Generates what could be done about the posts of a group, by stated rules and without chance.</summary>
internal sealed class ActionCandidates
{
    private readonly GroupSnapshot snapshot;
    private readonly ReferenceData data;
    private readonly ActionRules rules;
    private readonly TrueBench bench;
    private readonly DateOnly ready;
    private readonly DateOnly last;

    private ActionCandidates(GroupSnapshot snapshot, ReferenceData data, ActionRules rules, int years)
    {
        (this.snapshot, this.data, this.rules) = (snapshot, data, rules);
        bench = TrueBench.Of(snapshot, data.Thresholds);
        ready = snapshot.AsOf.AddDays((int)rules.DevelopWithinDays.Value);
        last = snapshot.AsOf.AddYears(years);
    }

    public static IReadOnlyList<CandidateAction> Of(GroupSnapshot snapshot, ReferenceData data, ActionRules rules, int years)
    {
        var candidates = new ActionCandidates(snapshot, data, rules, years);
        return [.. snapshot.Posts.SelectMany(candidates.For)];
    }

    private IEnumerable<CandidateAction> For(Post post)
    {
        if (Successor(post) is { } successor) yield return successor;
        if (Deputy(post) is { } deputy) yield return deputy;
        foreach (var action in AtTheEndOfTerm(post)) yield return action;
        if (Split(post) is { } split) yield return split;
    }

    /// <summary>For a bare post: the nearest of those named in the group, else somebody ready for another post of the family.</summary>
    private CandidateAction? Successor(Post post)
    {
        if (bench.SuccessorFor(post.Id) is not null) return null;
        var nearest = snapshot.PossibleFor(post.Id)
            .Where(name => !name.IsExternal && bench.CountedFor(name.Nominee) is null && !snapshot.Holds(name.Nominee, post.Id))
            .MinBy(name => name.Readiness.Latest ?? DateOnly.MaxValue);
        if (nearest is not null)
        {
            return nearest.Readiness.IsReadyBy(ready) ? null
                : new CandidateAction(ActionKind.DevelopSuccessor, post.Id, MadeReady.For(post.Id, nearest.Nominee, ready));
        }

        var horizon = snapshot.AsOf.AddDays((int)data.Thresholds.CoverHorizonDays.Value);
        var free = snapshot.Nominations
            .Where(name => name.IsCertainBy(horizon) && snapshot.Get(name.Post).Family == post.Family)
            .Select(name => name.Nominee)
            .Where(person => bench.CountedFor(person) is null && !snapshot.Holds(person, post.Id)
                && snapshot.NamedFor(post.Id).All(name => name.Nominee != person))
            .MinBy(person => person.Value, StringComparer.Ordinal);
        return free is null ? null
            : new CandidateAction(
                ActionKind.NameSuccessor, post.Id, new NominationAdded(new Nomination(post.Id, free, Readiness.By(ready))));
    }

    /// <summary>Where no accepted deputy is in place: the filled post that shares most organisations, then the least critical.</summary>
    private CandidateAction? Deputy(Post post)
    {
        PersonId[] holders = [.. snapshot.HoldersOf(post.Id).Select(held => held.Person)];
        if (Deputies.InPlace(snapshot, post, holders).Any()) return null;
        var deputy = snapshot.Posts
            .Where(other => other.Id != post.Id && snapshot.HoldersOf(other.Id).Any(held => !holders.Contains(held.Person)))
            .Select(other => (Post: other, Shared: post.Serves.Count(served => other.IsServing(served.Organisation))))
            .Where(other => other.Shared > 0 && other.Post.Criticality.PrudentWeight <= post.Criticality.PrudentWeight)
            .OrderByDescending(other => other.Shared).ThenBy(other => other.Post.Criticality.PrudentWeight)
            .Select(other => other.Post.Id).FirstOrDefault();
        return deputy is null ? null : new CandidateAction(ActionKind.AgreeDeputy, post.Id, new DeputyAccepted(post.Id, deputy));
    }

    private IEnumerable<CandidateAction> AtTheEndOfTerm(Post post)
    {
        var ending = snapshot.HoldersOf(post.Id).Where(held => held.PlannedEnd > snapshot.AsOf && held.PlannedEnd <= last)
            .MinBy(held => held.PlannedEnd);
        // Stryker disable once all : without this line the name in the pattern is not assigned, and nothing around that compiles.
        if (ending?.PlannedEnd is not { } end) yield break;
        var early = (int)rules.EarlySearchDays.Value;
        if (early > data.FillTimes.Notice.Value)
            yield return new CandidateAction(ActionKind.SearchEarly, post.Id, new EarlySearch(post.Id, early));
        var clocks = TermClock.Of(ending, post, data.Thresholds, end);
        // Where a first appointment is not recorded nobody can say that the code allows more.
        if (clocks.Count == 0 || clocks.Any(clock => clock.Limit is null)) yield break;
        var longest = end.AddMonths((int)Math.Round(12 * rules.ExtensionYears.Value));
        var until = clocks.Select(clock => clock.Limit!.Value).Append(longest).Min();
        if (until > end)
        {
            yield return new CandidateAction(
                ActionKind.ExtendTerm, post.Id, new TermExtended(post.Id, ending.Person, clocks.Select(clock => clock.Board), until));
        }
    }

    /// <summary>Where a successor is ready: the holder keeps the half of the organisations that gets most time.</summary>
    private CandidateAction? Split(Post post)
    {
        Appointment[] holders = [.. snapshot.HoldersOf(post.Id)];
        if (post.Serves.Count < 2 || holders.Length != 1 || bench.SuccessorFor(post.Id) is null) return null;
        OrganisationId[] organisations =
        [
            .. post.Serves.OrderByDescending(served => served.Share ?? 0)
                .ThenBy(served => served.Organisation.Value, StringComparer.Ordinal).Select(served => served.Organisation),
        ];
        var kept = (organisations.Length + 1) / 2;
        var second = new PostId($"{post.Id}/2");
        while (snapshot.Find(second) is not null) second = new PostId($"{second}/2");
        return new CandidateAction(ActionKind.SplitPost, post.Id, new PostSplit(
            post.Id, [new PostPart(post.Id, organisations[..kept], holders[0].Person), new PostPart(second, organisations[kept..], null)]));
    }
}
