using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Simulation;

/// <summary>The day on which a holder reaches the limit of a term clock in the trials.</summary>
/// <param name="Seat">The identifier of the seat that is given up.</param>
/// <param name="Post">The post.</param>
/// <param name="Person">The holder.</param>
/// <param name="On">The day.</param>
internal sealed record LimitOfSeat(PostId Seat, PostId Post, PersonId Person, DateOnly On);

/// <summary>
/// A group as the trials play it. A post is one seat, whatever it serves. Where it is known that its holder leaves one of its boards and
/// goes on elsewhere, by the limit of that board's term clock or because it has happened, and only there, the board's part is a seat of its
/// own: when the term on that board ends, that board alone is without a holder until somebody is found for it, and the others never notice.
/// <para>
/// The part has the board's share of the weight of the post, the others keep the rest: by the recorded shares of its time, or alike where
/// one is not recorded. Whoever is named for the post is named for the part, and the deputies who serve the board stand in. As long as the
/// holder serves all boards, and whenever the post falls vacant as a whole, nothing is split: the part follows the post, with one vacancy
/// and one successor. After the term on it has ended alone a board goes its own way, since nobody has decided to share the post again
/// (<see cref="SeatsOfOnePost"/>).
/// </para>
/// <para>
/// In a shared job the others go on, so that only the end on all boards is played for each.
/// </para>
/// </summary>
internal sealed class PlayedGroup
{
    private PlayedGroup(GroupSnapshot snapshot, IReadOnlyDictionary<PostId, PlayedSeat> seats, IReadOnlyList<LimitOfSeat> limits)
    {
        (Snapshot, Limits) = (snapshot, limits);
        Seats = [.. snapshot.Posts.Select(post => seats[post.Id])];
    }

    /// <summary>The group with each part as a post; the same as was given where there is none.</summary>
    public GroupSnapshot Snapshot { get; }

    /// <summary>What each of its posts stands for, in their order; a part comes after its post.</summary>
    public IReadOnlyList<PlayedSeat> Seats { get; }

    /// <summary>When holders reach the limit of a term clock.</summary>
    public IReadOnlyList<LimitOfSeat> Limits { get; }

    /// <summary>Makes a group ready.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="thresholds">The years of the term clocks.</param>
    /// <param name="changes">Terms that a scenario extends: until then limits are set aside.</param>
    /// <param name="until">The last day of the trials.</param>
    public static PlayedGroup Of(GroupSnapshot snapshot, RuleThresholds thresholds, Changes changes, DateOnly until)
    {
        var seats = new Dictionary<PostId, PlayedSeat>();
        var limits = new List<LimitOfSeat>();
        var parts = new List<(Post Part, Post Whole, Appointment? Held)>();
        foreach (var post in snapshot.Posts)
        {
            Appointment[] holders = [.. snapshot.HoldersOf(post.Id)];
            var left = holders.Length == 0 ? [] : snapshot.OrganisationsWithoutHolder(post.Id);
            // Who serves no board any more, and yet holds the post, is taken to hold all of it: nothing says which part is meant.
            var alone = left.Count == post.Serves.Count ? [] : left.ToDictionary(board => board, Appointment? (_) => null);
            foreach (var held in holders)
            {
                var ahead = TermLimit.Ahead(held, post, thresholds, snapshot.AsOf, until)
                    .Where(limit => !(changes.ExtendedTerms.GetValueOrDefault((post.Id, held.Person)) > limit.On));
                foreach (var limit in ahead.Where(limit => limit.Board is null || holders.Length == 1))
                {
                    if (limit.Board is not null) alone.Add(limit.Board, held);
                    limits.Add(new LimitOfSeat(Seat(post, limit.Board), post.Id, held.Person, limit.On));
                }
            }

            Add(post, alone, seats, parts);
        }

        return new PlayedGroup(parts.Count == 0 ? snapshot : With(snapshot, parts), seats, limits);
    }

    private static void Add(
        Post post, Dictionary<OrganisationId, Appointment?> alone, Dictionary<PostId, PlayedSeat> seats,
        List<(Post Part, Post Whole, Appointment? Held)> parts)
    {
        foreach (var (board, held) in alone)
        {
            var part = Part(post, board);
            parts.Add((part, post, held));
            seats.Add(part.Id, new PlayedSeat(post, board, [board], ShareOf(post, board)));
        }

        OrganisationId[] rest = [.. post.Serves.Select(served => served.Organisation).Where(board => !alone.ContainsKey(board))];
        seats.Add(post.Id, new PlayedSeat(post, null, rest, alone.Count == 0 ? 1 : rest.Sum(board => ShareOf(post, board))));
    }

    private static PostId Seat(Post post, OrganisationId? board) => board is null ? post.Id : new PostId($"{post.Id}, board of {board}");

    private static double ShareOf(Post post, OrganisationId board) => post.Serves.All(served => served.Share is not null)
        ? post.Serves.Single(served => served.Organisation == board).Share!.Value / post.Serves.Sum(served => served.Share!.Value)
        : 1.0 / post.Serves.Count;

    private static Post Part(Post post, OrganisationId board) => new(
        Seat(post, board), post.Family, post.Level, [new OrganisationServed(board)], post.Criticality, deputies: post.Deputies,
        requirements: post.Requirements);

    private static GroupSnapshot With(GroupSnapshot snapshot, List<(Post Part, Post Whole, Appointment? Held)> parts) => snapshot.With(
        [
            .. snapshot.Posts,
            .. parts.Select(each => each.Part.With(deputies: each.Part.Deputies.Where(
                deputy => snapshot.Find(deputy.Post)?.IsServing(each.Part.Serves[0].Organisation) == true))),
        ],
        [
            .. snapshot.Appointments,
            .. parts.Where(each => each.Held is not null)
                .Select(each => each.Held!.On(each.Part.Id, boards: [], left: [], plannedEnd: null)),
        ],
        [
            .. snapshot.Nominations,
            .. parts.SelectMany(each => snapshot.NamedFor(each.Whole.Id)
                .Where(name => !snapshot.Holds(name.Nominee, each.Whole.Id)).Select(name => name.For(each.Part.Id, name.Rank))),
        ]);
}
