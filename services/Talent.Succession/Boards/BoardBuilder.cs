using Talent.ServiceDefaults;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.V1;
using Contract = Talent.Roles.V1;

namespace Talent.Succession.Boards;

/// <summary>Makes the board of a group, whole or with a reader's own posts left out.</summary>
internal sealed class BoardBuilder
{
    private readonly GroupInputs _inputs;
    private readonly GroupAnalysis _analysis;
    private readonly IReadOnlyList<Flag> _flags;
    private readonly IReadOnlySet<PostId> _hidden;
    private readonly Dictionary<string, KnownPost> _posts;
    private readonly ILookup<string, Contract.Appointment> _appointments;

    /// <param name="inputs">What the services told.</param>
    /// <param name="analysis">The results.</param>
    /// <param name="flags">The flags that stand in the group.</param>
    /// <param name="hidden">Posts the reader holds, is named for or has asked for.</param>
    public BoardBuilder(GroupInputs inputs, GroupAnalysis analysis, IReadOnlyList<Flag> flags, IReadOnlySet<PostId> hidden)
    {
        (_inputs, _analysis, _hidden) = (inputs, analysis, hidden);
        // A flag about an own post is an own flag, whichever of its posts the reader looks at.
        _flags = [.. flags.Where(flag => !flag.PostIds.Any(post => hidden.Contains(new PostId(post))))];
        _posts = inputs.Posts.ToDictionary(known => known.Post.Id);
        _appointments = inputs.Appointments.ToLookup(held => held.PostId);
    }

    private GroupSnapshot Snapshot => _analysis.Snapshot;

    private int LeftOut => Snapshot.Posts.Count(post => _hidden.Contains(post.Id));

    public Board Build(Provenance provenance)
    {
        var board = new Board
        {
            GroupId = _inputs.GroupId,
            Provenance = provenance,
            Coverage = Coverage(),
            OwnPostsLeftOut = LeftOut,
            CriticalityAgreed = _inputs.CriticalityAgreedOn is not null,
        };
        board.Rows.AddRange(Rows());
        return board;
    }

    public IEnumerable<BoardRow> Rows()
    {
        var ranking = _analysis.Ranking(Weighting.ByCriticality, _hidden);
        var equal = _inputs.CriticalityAgreedOn is null
            ? _analysis.Ranking(Weighting.Equal, _hidden).ToDictionary(post => post.Risk.Post, post => post.Place)
            : [];
        for (var at = 0; at < ranking.Count; at++)
        {
            var tied = IsTied(ranking, at - 1, at) || IsTied(ranking, at, at + 1);
            yield return Row(ranking[at], tied, equal.GetValueOrDefault(ranking[at].Risk.Post));
        }
    }

    private static bool IsTied(IReadOnlyList<RankedPost> ranking, int above, int below) =>
        above >= 0 && below < ranking.Count && ranking[above].TiedWith.Contains(ranking[below].Risk.Post);

    private BoardRow Row(RankedPost ranked, bool tied, int placeWithEqualWeights)
    {
        var id = ranked.Risk.Post;
        var post = _posts[id.Value].Post;
        var row = new BoardRow
        {
            PostId = id.Value,
            Title = post.Title,
            Family = post.Family,
            Level = post.Level,
            Risk = ranked.Risk.Weighted.ToContract(),
            Place = ranked.Place,
            Tied = tied,
            Named = Snapshot.NamedFor(id).Count(),
            Cover = CoverMapping.CoverOf(_analysis.Bench, id),
            PlaceWithEqualWeights = placeWithEqualWeights,
            VacantSince = VacantSince(ranked.Risk).ToDate(),
        };
        row.OrganisationCodes.AddRange(post.Served.Select(served => served.OrganisationCode));
        row.Holders.AddRange(Snapshot.AppointmentsTo(id).Select(held => new Holder
        {
            PersonId = held.Person.Value,
            Substantive = held.Kind == AppointmentKind.Substantive,
            Start = held.Start.ToDate(),
            PlannedEnd = held.PlannedEnd.ToDate(),
        }));
        row.VacantInOrganisationCodes.AddRange(Snapshot.OrganisationsWithoutHolder(id).Select(one => one.Value));
        row.Flags.AddRange(_flags.Where(flag => flag.PostIds.Contains(id.Value)));
        return row;
    }

    // The day comes from the register; where it tells none, the last substantive holder's end or the post's beginning is the best known.
    private DateOnly? VacantSince(PostRisk risk)
    {
        if (!risk.IsVacant) return null;
        var known = _posts[risk.Post.Value];
        if (known.VacantSince <= Snapshot.AsOf) return known.VacantSince;
        return _appointments[risk.Post.Value].Where(held => held.Kind == Contract.AppointmentKind.Substantive)
            .Select(held => held.End.ToDay("end")).Where(end => end <= Snapshot.AsOf).Max()
            ?? known.Post.Period?.Start.ToDay("start") ?? Snapshot.AsOf;
    }

    private V1.Coverage Coverage()
    {
        var visible = Snapshot.Without(_hidden);
        var counted = _analysis.PaperVersusReal(_hidden);
        var standings = visible.Posts.Select(post => _analysis.Bench.StandingsFor(post.Id)).ToArray();
        var coverage = new V1.Coverage
        {
            Posts = counted.Posts,
            CoveredOnPaper = counted.CoveredOnPaper,
            CoveredIfItHappened = counted.CoveredIfItHappened,
            ReadyNow = visible.Posts.Count(post =>
                visible.NamedFor(post.Id).Any(name => !name.IsExternal && name.Readiness.IsReadyBy(visible.AsOf))),
            UnknownReadiness = standings.Sum(slate => slate.Count(IsUnknown)),
            OwnPostsLeftOut = LeftOut,
        };
        coverage.SharedReliances.AddRange(counted.Competing.Select(ToContract));
        coverage.Measures.AddRange(Measures(visible).Select(number => number.ToContract()));
        return coverage;
    }

    private static bool IsUnknown(NomineeStanding name) =>
        name.Standing is Standing.ReadinessUnknown or Standing.AvailabilityUnknown;

    private static IEnumerable<Explained> Measures(GroupSnapshot visible) => visible.Posts.Count == 0
        ? [Explained.Counted("Posts", 0, "posts", visible.AsOf)]
        :
        [
            Engine.Benches.Coverage.CoverageRatio(visible), Engine.Benches.Coverage.ReadyNowRatio(visible),
            Engine.Benches.Coverage.SuccessorCoverage(visible),
        ];

    public static SharedReliance ToContract(CompetingPosts set)
    {
        var reliance = new SharedReliance();
        reliance.PostIds.AddRange(set.Posts.Select(post => post.Value));
        reliance.PersonIds.AddRange(set.People.Select(person => person.Value));
        return reliance;
    }
}
