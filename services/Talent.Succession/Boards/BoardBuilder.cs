using Talent.ServiceDefaults;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.V1;
using Contract = Talent.Roles.V1;

namespace Talent.Succession.Boards;

/// <summary>Makes the board of a group, whole or without a reader's own posts.</summary>
internal sealed class BoardBuilder
{
    private readonly GroupInputs _inputs;
    private readonly GroupAnalysis _analysis;
    private readonly IReadOnlyList<Flag> _flags;
    private readonly int _leftOut;
    private readonly Dictionary<string, KnownPost> _posts;
    private readonly ILookup<string, Contract.Appointment> _appointments;

    /// <param name="inputs">What the services told.</param>
    /// <param name="analysis">The results for the posts the reader may see.</param>
    /// <param name="flags">The flags that stand in the group and that the reader may see.</param>
    /// <param name="leftOut">How many posts of the group the results leave out.</param>
    public BoardBuilder(GroupInputs inputs, GroupAnalysis analysis, IReadOnlyList<Flag> flags, int leftOut)
    {
        (_inputs, _analysis, _flags, _leftOut) = (inputs, analysis, flags, leftOut);
        _posts = inputs.Posts.ToDictionary(known => known.Post.Id);
        _appointments = inputs.Appointments.ToLookup(held => held.PostId);
    }

    private GroupSnapshot Snapshot => _analysis.Snapshot;

    private bool IsAgreed => _inputs.CriticalityAgreedOn is not null;

    public Board Build(Provenance provenance)
    {
        var board = new Board
        {
            GroupId = _inputs.GroupId,
            Provenance = provenance,
            Coverage = Coverage(),
            OwnPostsLeftOut = _leftOut,
            CriticalityAgreed = IsAgreed,
            OrderChangesWithEqualWeights = !IsAgreed && _analysis.ChangesWithEqualWeights,
        };
        board.Rows.AddRange(Rows());
        return board;
    }

    public IEnumerable<BoardRow> Rows()
    {
        var ranking = _analysis.Ranking(Weighting.ByCriticality);
        var shared = Engine.Benches.Coverage.SharedOutBenchStrength(Snapshot).Parts.ToDictionary(post => post.About!);
        var equal = IsAgreed ? [] : _analysis.Ranking(Weighting.Equal).ToDictionary(post => post.Risk.Post, post => post.Place);
        for (var at = 0; at < ranking.Count; at++)
        {
            var tied = IsTied(ranking, at - 1, at) || IsTied(ranking, at, at + 1);
            var row = Row(ranking[at], tied, equal.GetValueOrDefault(ranking[at].Risk.Post));
            row.SharedOutBenchStrength = shared[ranking[at].Risk.Post].ToContract();
            yield return row;
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
            RiskWithEqualWeights = IsAgreed ? null : ranked.Risk.Equal.ToContract(),
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
        var counted = _analysis.PaperVersusReal;
        var standings = Snapshot.Posts.SelectMany(post => _analysis.Bench.StandingsFor(post.Id)).ToLookup(name => name.Standing);
        var coverage = new V1.Coverage
        {
            Posts = counted.Posts,
            CoveredOnPaper = counted.CoveredOnPaper,
            CoveredIfItHappened = counted.CoveredIfItHappened,
            ReadyNow = Snapshot.Posts.Count(post =>
                Snapshot.NamedFor(post.Id).Any(name => name.IsCertainBy(Snapshot.AsOf))),
            UnknownReadiness = standings[Standing.ReadinessUnknown].Concat(standings[Standing.AvailabilityUnknown]).Count(),
            OwnPostsLeftOut = _leftOut,
        };
        coverage.SharedReliances.AddRange(counted.Competing.Select(ToContract));
        coverage.Measures.Add(CoverageMeasures.IfItHappened(_analysis));
        if (counted.Posts == 0) return coverage;
        coverage.Measures.AddRange(CoverageMeasures.Published(Snapshot).Select(number => number.ToContract()));
        // Its parts, one for each post, stand in the rows.
        coverage.Measures.Add(Engine.Benches.Coverage.SharedOutBenchStrength(Snapshot).ToContract(levels: 0));
        return coverage;
    }

    public static SharedReliance ToContract(CompetingPosts set)
    {
        var reliance = new SharedReliance();
        reliance.PostIds.AddRange(set.Posts.Select(post => post.Value));
        reliance.PersonIds.AddRange(set.People.Select(person => person.Value));
        return reliance;
    }
}
