using System.Runtime.InteropServices;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>One post, as the trials need it.</summary>
/// <param name="Search">Stream of the searches. A number decides the time to fill (its upper half) and the stay of whoever takes over (its
/// lower half).</param>
/// <param name="Exits">Table of the stays of those who take it up.</param>
/// <param name="Recruitment">Table of the times that recruitment from outside takes.</param>
/// <param name="FirstCandidate">Where the rows of its <see cref="Candidates"/> begin.</param>
/// <param name="Outside">The row of somebody from outside, after those named for it.</param>
/// <param name="FirstDeputy">Where the posts begin whose holders have accepted to stand in.</param>
/// <param name="EndOfDeputies">Where they end.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Seat(
    ulong Search, int Exits, int Recruitment, int FirstCandidate, int Outside, int FirstDeputy, int EndOfDeputies);

/// <summary>The posts of a group by their place in the order of identifiers.</summary>
internal sealed class Seats
{
    /// <summary>No post.</summary>
    public const int None = -1;

    // Enough for a share of time in whole per cent and more; a power of ten keeps what is recorded in decimals exact.
    private const int PartsOfWeight = 1000;

    public Seats(PlayedGroup group, ReferenceData data, MoveRules rules, int days)
    {
        var snapshot = group.Snapshot;
        Ids = [.. snapshot.Posts.Select(post => post.Id)];
        Place = Ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        Waits = WaitingTime.Tables();
        Exits = new ExitTimes(days);
        // One table of each for a family: what many posts look up in the same place stays near the processor.
        FamilyKey[] keys = [.. snapshot.Posts.Select(post => post.Family).Distinct()];
        var recruitments = keys.Select(family => data.FillTimes.Of(family).Estimate).Distinct()
            .ToDictionary(estimate => estimate, estimate => WaitingTime.Of(estimate).AddTo(Waits));
        var hazards = keys.ToDictionary(
            family => family,
            family =>
            {
                var hazard = TenureHazard.Of(family, data.Turnover) ?? TenureHazard.Constant(rules.ExitsAYearWhenUnknown.Value);
                return (hazard, Exits.Add(hazard));
            });
        Hazards = [.. snapshot.Posts.Select(post => hazards[post.Family])];
        Weights = new int[Lanes.Padded(Ids.Length)];
        Streams = new ulong[Lanes.Padded(Ids.Length)];
        All = new Seat[Ids.Length];
        Parts =
        [
            .. group.Seats.Select((seat, place) => (seat, place)).Where(each => each.seat.Board is not null)
                .Select(each => (each.place, Place[each.seat.Post.Id])),
        ];
        Wholes = [.. Enumerable.Repeat(None, Ids.Length)];
        foreach (var (part, post) in Parts) Wholes[part] = post;
        WeightUnit = Parts.Length == 0 ? 1 : PartsOfWeight;
        var deputies = new List<int>();
        var rows = 0;
        for (var post = 0; post < All.Length; post++)
        {
            var named = snapshot.PossibleFor(Ids[post]).Count();
            var firstDeputy = deputies.Count;
            deputies.AddRange(
                snapshot.Posts[post].Deputies.Where(deputy => deputy.Accepted == Answer.Yes && Place.ContainsKey(deputy.Post))
                    .Select(deputy => Place[deputy.Post]).Order());
            var whole = snapshot.Posts[post].Criticality.PrudentWeight * WeightUnit;
            Weights[post] = Wholes[post] == None ? whole : (int)Math.Round(whole * group.Seats[post].Share);
            Streams[post] = Draws.Stream("search", Ids[post].Value);
            All[post] = new Seat(
                Streams[post], Hazards[post].Exits, recruitments[data.FillTimes.Of(snapshot.Posts[post].Family).Estimate],
                rows, rows + named, firstDeputy, deputies.Count);
            rows = (rows + named + Candidates.RowsAtOnce) / Candidates.RowsAtOnce * Candidates.RowsAtOnce;
        }

        // What rounding leaves is the post's, so that together they weigh what it does.
        foreach (var (part, post) in Parts) Weights[post] -= Weights[part];
        (Deputies, Rows) = ([.. deputies], rows);
    }

    public PostId[] Ids { get; }

    public Dictionary<PostId, int> Place { get; }

    public Seat[] All { get; }

    /// <summary>By post: its criticality, that of a board's part by its share, in units; filled up to what vectors work on.</summary>
    public int[] Weights { get; }

    /// <summary>So many units of <see cref="Weights"/> make 1: only where posts have parts is it more than 1.</summary>
    public int WeightUnit { get; }

    /// <summary>The parts of posts that are a single board's, and the posts they are part of.</summary>
    public (int Part, int Whole)[] Parts { get; }

    /// <summary>By post: what it is part of, or <see cref="None"/> where it is a post itself.</summary>
    public int[] Wholes { get; }

    /// <summary>Rows of candidates.</summary>
    public int Rows { get; }

    /// <summary>By post: the stream of its searches; filled up to what vectors work on.</summary>
    public ulong[] Streams { get; }

    /// <summary>Posts whose holders have accepted to stand in, post after post.</summary>
    public int[] Deputies { get; }

    /// <summary>By post: how long its holders stay, and the table of it.</summary>
    public (TenureHazard Hazard, int Exits)[] Hazards { get; }

    /// <summary>How long people stay.</summary>
    public ExitTimes Exits { get; }

    /// <summary>How long waiting takes.</summary>
    public DayTables Waits { get; }

    public int Count => Ids.Length;
}
