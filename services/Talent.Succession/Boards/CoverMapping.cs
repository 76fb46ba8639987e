using Talent.Succession.Domain;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>How a post is covered, and who is on its slate, as a bench counts it.</summary>
internal static class CoverMapping
{
    public static Cover CoverOf(TrueBench bench, PostId post)
    {
        if (bench.SuccessorFor(post) is not null) return Cover.Confirmed;
        Standing[] standings = [.. bench.StandingsFor(post).Select(name => name.Standing).Where(CanStillCome)];
        if (standings.Length == 0) return Cover.NobodyNamed;
        if (standings.All(standing => standing == Standing.RequirementNotMet)) return Cover.RequirementNotMet;
        standings = [.. standings.Where(standing => standing != Standing.RequirementNotMet)];
        return standings.All(standing => standing == Standing.NeededElsewhere) ? Cover.NeededElsewhere : Cover.NotYetReady;
    }

    public static IEnumerable<SlateEntry> Slate(GroupView view, IEnumerable<NomineeStanding> standings)
    {
        var nominations = view.Inputs.Nominations.ToDictionary(
            name => (name.PostId, name.Nominee.PersonId ?? name.Nominee.Id), name => name.Nominee);
        return standings
            .Select(name => ToEntry(name, nominations[(name.Nomination.Post.Value, name.Nomination.Nominee.Value)], view));
    }

    private static bool CanStillCome(Standing standing) => standing is not (Standing.HoldsThePost or Standing.Leaving);

    private static SlateEntry ToEntry(NomineeStanding name, Nominee nominee, GroupView view)
    {
        var snapshot = view.Analysis.Snapshot;
        var nomination = name.Nomination;
        var entry = new SlateEntry
        {
            NominationId = nominee.Id,
            PersonId = nominee.PersonId ?? "",
            Rank = nomination.Rank ?? 0,
            Ready = !nomination.IsExternal && nomination.Readiness.IsReadyBy(snapshot.AsOf),
            CountedHere = name.Standing == Standing.Confirmed,
            CountedForPostId = name.NeededFor?.Value ?? "",
            Readiness = ReadinessMapping.ToContract(nomination.Readiness.Earliest, nomination.Readiness.Latest),
        };
        entry.Requirements.AddRange(RequirementMapping.Of(nomination));
        if (nomination.IsExternal) return entry;
        entry.AlsoNamedForPostIds.AddRange(snapshot.Nominations
            .Where(other => !other.IsExternal && other.Nominee == nomination.Nominee && other.Post != nomination.Post)
            .Select(other => other.Post.Value));
        entry.HoldsPostIds.AddRange(view.Register.PostsHeldBy(nomination.Nominee).Select(held => held.Post)
            .Where(held => held != nomination.Post).Select(held => held.Value));
        return entry;
    }
}
