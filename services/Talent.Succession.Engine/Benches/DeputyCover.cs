using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Matching;

namespace Talent.Succession.Engine.Benches;

/// <summary>A post with the boards on which it would have to be covered.</summary>
/// <param name="Post">The post.</param>
/// <param name="Boards">Organisations that its holder serves in it.</param>
internal sealed record SeatToCover(Post Post, IReadOnlyList<OrganisationId> Boards);

/// <summary>
/// Where deputies would stand in if several posts fell vacant together. Nobody stands in for two posts, as no successor fills two; a deputy
/// covers a board only by serving it. First as many posts as possible get one deputy who serves all their boards, then whoever is left
/// goes where most boards are still without one.
/// </summary>
internal sealed class DeputyCover
{
    private readonly SeatToCover[] seats;
    private readonly Dictionary<PersonId, HashSet<OrganisationId>>[] candidates;
    private readonly HashSet<OrganisationId>[] covered;
    private readonly SortedSet<string> free;

    private DeputyCover(GroupSnapshot snapshot, IEnumerable<SeatToCover> seats, IReadOnlyCollection<PersonId> leaving)
    {
        this.seats = [.. seats];
        candidates = [.. this.seats.Select(seat => Candidates(snapshot, seat, leaving))];
        covered = [.. this.seats.Select(_ => new HashSet<OrganisationId>())];
        free = new SortedSet<string>(candidates.SelectMany(some => some.Keys).Select(person => person.Value), StringComparer.Ordinal);
        MatchWhole();
        while (NextBest() is { } best) Assign(best.Seat, best.Person);
    }

    /// <summary>Finds who would stand in where.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="seats">The posts that fall vacant together, each once.</param>
    /// <param name="leaving">People who do not count: the holders of these posts.</param>
    public static DeputyCover Of(GroupSnapshot snapshot, IEnumerable<SeatToCover> seats, params IReadOnlyCollection<PersonId> leaving) =>
        new(snapshot, seats, leaving);

    /// <summary>True when a deputy of the post's own would stand in on this board.</summary>
    public bool Covers(PostId post, OrganisationId board) => covered[IndexOf(post)].Contains(board);

    /// <summary>True when a deputy of the post's own would stand in on every board.</summary>
    public bool CoversEveryBoard(PostId post) =>
        covered[IndexOf(post)] is { Count: > 0 } boards && seats[IndexOf(post)].Boards.All(boards.Contains);

    private static Dictionary<PersonId, HashSet<OrganisationId>> Candidates(
        GroupSnapshot snapshot, SeatToCover seat, IReadOnlyCollection<PersonId> leaving)
    {
        var found = new Dictionary<PersonId, HashSet<OrganisationId>>();
        foreach (var deputy in Deputies.InPlace(snapshot, seat.Post, leaving))
        {
            foreach (var held in snapshot.HoldersOf(deputy).Where(held => !leaving.Contains(held.Person)))
            {
                var boards = seat.Boards.Where(board => snapshot.Get(deputy).IsServing(board) && !held.LeftBoards.Contains(board));
                if (!found.TryGetValue(held.Person, out var known)) found.Add(held.Person, known = []);
                known.UnionWith(boards);
            }
        }

        return found;
    }

    private int IndexOf(PostId post) => Array.FindIndex(seats, seat => seat.Post.Id == post);

    private void MatchWhole()
    {
        string[] people = [.. free];
        var graph = new BipartiteGraph(people.Length, seats.Select((seat, at) => Enumerable.Range(0, people.Length).Where(person =>
            candidates[at].TryGetValue(new PersonId(people[person]), out var boards) && seat.Boards.All(boards.Contains))));
        var matching = HeaviestFirst.Match(graph, [.. seats.Select(_ => 1.0)]);
        for (var seat = 0; seat < seats.Length; seat++)
        {
            if (matching.RightOf(seat) != BipartiteMatching.None) Assign(seat, new PersonId(people[matching.RightOf(seat)]));
        }
    }

    private (int Seat, PersonId Person)? NextBest() => Enumerable.Range(0, seats.Length)
        .SelectMany(seat => free.Select(person => new PersonId(person)).Where(candidates[seat].ContainsKey)
            .Select(person => (Seat: seat, Person: person, Gain: candidates[seat][person].Except(covered[seat]).Count())))
        .Where(each => each.Gain > 0).OrderByDescending(each => each.Gain).ThenBy(each => each.Seat)
        .Select(each => ((int, PersonId)?)(each.Seat, each.Person)).FirstOrDefault();

    private void Assign(int seat, PersonId person)
    {
        covered[seat].UnionWith(candidates[seat][person]);
        free.Remove(person.Value);
    }
}
