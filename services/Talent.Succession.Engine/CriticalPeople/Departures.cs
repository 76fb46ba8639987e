using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;

namespace Talent.Succession.Engine.CriticalPeople;

/// <summary>What becomes uncovered when given people leave, over and above what is uncovered anyway.</summary>
internal sealed class Departures
{
    private const int None = -1;

    private readonly PersonId[] people;
    private readonly PostId[] posts;
    private readonly int[] weight;
    private readonly int[][] holders;
    private readonly int[][] successors;
    private readonly bool[] bareNow;
    private readonly int[] heaviestFirst;

    private readonly bool[] gone;
    private readonly int[] postOf;
    private readonly int[] personFor;
    private readonly int[] seenIn;
    private int search;

    public Departures(GroupSnapshot snapshot, RuleThresholds thresholds, Weighting weighting)
    {
        var horizon = snapshot.AsOf.AddDays((int)thresholds.CoverHorizonDays.Value);
        posts = [.. snapshot.Posts.Select(post => post.Id)];
        people =
        [
            .. snapshot.Holders().Concat(snapshot.Nominations.Select(name => name.Nominee)).Distinct()
                .OrderBy(person => person.Value, StringComparer.Ordinal),
        ];
        var place = people.Select((person, at) => (person, at)).ToDictionary(pair => pair.person, pair => pair.at);
        weight = [.. snapshot.Posts.Select(post => weighting == Weighting.Equal ? 1 : post.Criticality.PrudentWeight)];
        holders = [.. posts.Select(post => snapshot.HoldersOf(post).Select(seat => place[seat.Person]).ToArray())];
        successors =
        [
            .. posts.Select((post, at) => snapshot.NamedFor(post)
                .Where(name => name.IsCertainBy(horizon)).Select(name => place[name.Nominee])
                .Where(person => !holders[at].Contains(person)).ToArray()),
        ];
        heaviestFirst = [.. Enumerable.Range(0, posts.Length).OrderByDescending(post => weight[post])];
        TotalWeight = weight.Sum();
        gone = new bool[people.Length];
        postOf = new int[people.Length];
        personFor = new int[posts.Length];
        seenIn = new int[people.Length];
        bareNow = new bool[posts.Length];
        Match([]);
        for (var post = 0; post < posts.Length; post++) bareNow[post] = IsBare(post);
    }

    public int Count => people.Length;

    public int TotalWeight { get; }

    /// <summary>Those who hold and are named for most, at most so many, in the order of identifiers.</summary>
    public int[] KeyPeople(int most)
    {
        var reach = new long[people.Length];
        for (var post = 0; post < posts.Length; post++)
        {
            foreach (var person in holders[post]) reach[person] += 2L * weight[post];
            foreach (var person in successors[post]) reach[person] += weight[post];
        }

        return [.. Enumerable.Range(0, people.Length).OrderByDescending(person => reach[person]).Take(most).Order()];
    }

    /// <summary>The weight of the posts that become uncovered when these people leave.</summary>
    public int UncoveredWeight(ReadOnlySpan<int> leaving)
    {
        Match(leaving);
        var sum = 0;
        for (var post = 0; post < posts.Length; post++)
        {
            if (!bareNow[post] && IsBare(post)) sum += weight[post];
        }

        return sum;
    }

    /// <summary>The same with the posts.</summary>
    public CriticalSet Describe(int[] leaving)
    {
        var share = (double)UncoveredWeight(leaving) / TotalWeight;
        return new CriticalSet(
            [.. leaving.Select(person => people[person])],
            [.. Enumerable.Range(0, posts.Length).Where(post => !bareNow[post] && IsBare(post)).Select(post => posts[post])], share);
    }

    /// <summary>Vacant, with nobody to take over.</summary>
    private bool IsBare(int post) => personFor[post] == None && IsVacant(post);

    private bool IsVacant(int post)
    {
        foreach (var person in holders[post])
        {
            if (!gone[person]) return false;
        }

        return true;
    }

    /// <summary>Gives vacant posts those who stay: heavier posts first, each along an augmenting path, which is exact (see HeaviestFirst).
    /// </summary>
    private void Match(ReadOnlySpan<int> leaving)
    {
        Array.Clear(gone);
        foreach (var person in leaving) gone[person] = true;
        Array.Fill(postOf, None);
        Array.Fill(personFor, None);
        foreach (var post in heaviestFirst)
        {
            if (!IsVacant(post)) continue;
            search++;
            Cover(post);
        }
    }

    private bool Cover(int post)
    {
        foreach (var person in successors[post])
        {
            if (gone[person] || seenIn[person] == search) continue;
            seenIn[person] = search;
            if (postOf[person] != None && !Cover(postOf[person])) continue;
            (postOf[person], personFor[post]) = (post, person);
            return true;
        }

        return false;
    }
}
