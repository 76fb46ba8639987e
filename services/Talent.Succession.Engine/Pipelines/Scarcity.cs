using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Matching;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>Distinct people against the posts of one family, across all groups given.</summary>
/// <param name="Family">The family.</param>
/// <param name="Posts">Its posts.</param>
/// <param name="People">Distinct people certainly ready for any of them; a person ready for two families counts in both.</param>
/// <param name="CoveredAlone">Posts that could be covered, each person once, if the family had first call on everybody.</param>
/// <param name="CoveredLast">Posts that could still be covered when all other families were served as well as they can be.</param>
/// <param name="ReadinessUnknown">Further people named for any of them whose readiness or availability is not known: never counted.
/// </param>
public sealed record FamilyScarcity(FamilyKey Family, int Posts, int People, int CoveredAlone, int CoveredLast, int ReadinessUnknown)
{
    /// <summary>Posts that stay bare even if the family had first call on everybody.</summary>
    public int Bare => Posts - CoveredAlone;

    /// <summary>Posts of the family that it and other families compete for.</summary>
    public int Contested => CoveredAlone - CoveredLast;
}

/// <summary>
/// Where the bench is scarce across groups: the greatest matching of people to posts, each person once, by Hopcroft and Karp. How many
/// posts of one family a greatest matching covers may be a choice; the two ends of it are not. Covered last is the greatest matching of
/// all families less that of the others: transversal matroids are submodular, so it is never above what is covered alone.
/// </summary>
/// <param name="Families">By family.</param>
/// <param name="Posts">All posts.</param>
/// <param name="People">Distinct people certainly ready for any post, each once.</param>
/// <param name="Covered">Posts that could be covered together, each person once.</param>
public sealed record Scarcity(IReadOnlyList<FamilyScarcity> Families, int Posts, int People, int Covered)
{
    /// <summary>Counts the bench on a day.</summary>
    /// <param name="snapshot">Posts and people of all groups; a person has the same identifier in all of them.</param>
    /// <param name="by">The day by which people must certainly be ready.</param>
    public static Scarcity Of(GroupSnapshot snapshot, DateOnly by)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var all = Match(snapshot, snapshot.Posts, by);
        return new Scarcity(
            [
                .. snapshot.Posts.GroupBy(post => post.Family).OrderBy(family => family.Key.Value, StringComparer.Ordinal)
                    .Select(family =>
                    {
                        var ready = Ready(snapshot, family, by);
                        return new FamilyScarcity(
                            family.Key, family.Count(), ready.Count, Match(snapshot, family, by),
                            all - Match(snapshot, snapshot.Posts.Where(post => post.Family != family.Key), by),
                            family.SelectMany(post => Others(snapshot, post)).Where(name => !Counts(name, DateOnly.MaxValue))
                                .Select(name => name.Nominee).Distinct().Count(person => !ready.Contains(person)));
                    }),
            ],
            snapshot.Posts.Count, Ready(snapshot, snapshot.Posts, by).Count, all);
    }

    private static int Match(GroupSnapshot snapshot, IEnumerable<Post> posts, DateOnly by)
    {
        Post[] list = [.. posts];
        var index = Ready(snapshot, list, by).Select((person, at) => (person, at)).ToDictionary(pair => pair.person, pair => pair.at);
        return HopcroftKarp.Match(new BipartiteGraph(
            index.Count, list.Select(post => For(snapshot, post, by).Select(person => index[person])))).Size;
    }

    private static HashSet<PersonId> Ready(GroupSnapshot snapshot, IEnumerable<Post> posts, DateOnly by) =>
        [.. posts.SelectMany(post => For(snapshot, post, by))];

    private static IEnumerable<PersonId> For(GroupSnapshot snapshot, Post post, DateOnly by) =>
        Others(snapshot, post).Where(name => Counts(name, by)).Select(name => name.Nominee);

    private static IEnumerable<Nomination> Others(GroupSnapshot snapshot, Post post) => snapshot.PossibleFor(post.Id)
        .Where(name => snapshot.HoldersOf(post.Id).All(held => held.Person != name.Nominee));

    private static bool Counts(Nomination name, DateOnly by) => name.IsCertainBy(by);
}
