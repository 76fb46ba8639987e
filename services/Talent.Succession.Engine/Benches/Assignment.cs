using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Matching;

namespace Talent.Succession.Engine.Benches;

/// <summary>People matched to posts, heavier posts first, then better choices where somebody is free.</summary>
internal sealed class Assignment
{
    private const double MostWeight = 5;
    private readonly Post[] posts;
    private readonly PersonId[] people;
    private readonly BipartiteGraph graph;
    private readonly BipartiteMatching matching;
    private readonly Dictionary<PostId, PersonId> personFor = [];
    private readonly Dictionary<PersonId, PostId> postFor = [];

    private Assignment(Post[] posts, Nomination[][] names, IReadOnlySet<PostId> last)
    {
        this.posts = posts;
        people =
        [
            .. names.SelectMany(row => row).Select(name => name.Nominee).Distinct().OrderBy(person => person.Value, StringComparer.Ordinal),
        ];
        var index = people.Select((person, at) => (person, at)).ToDictionary(entry => entry.person, entry => entry.at);
        graph = new BipartiteGraph(people.Length, names.Select(row => row.Select(name => index[name.Nominee])));
        matching = HeaviestFirst.Match(
            graph, [.. posts.Select(post => post.Criticality.PrudentWeight + (last.Contains(post.Id) ? 0 : MostWeight))]);
        for (var left = 0; left < posts.Length; left++)
        {
            if (matching.RightOf(left) != BipartiteMatching.None) Assign(posts[left].Id, people[matching.RightOf(left)]);
        }

        PreferBetterChoices(names);
    }

    public static Assignment Of(
        IEnumerable<Post> posts, Func<Post, IEnumerable<Nomination>> eligible, IReadOnlySet<PostId> last)
    {
        Post[] sorted = [.. posts.OrderBy(post => post.Id.Value, StringComparer.Ordinal)];
        return new Assignment(sorted, [.. sorted.Select(post => eligible(post).ToArray())], last);
    }

    public PersonId? PersonFor(PostId post) => personFor.GetValueOrDefault(post);

    public PostId? PostFor(PersonId person) => postFor.GetValueOrDefault(person);

    public IReadOnlyList<CompetingPosts> Competing() =>
    [
        .. DeficientSets.Components(graph, matching).Select(set => new CompetingPosts(
            [.. set.Lefts.Select(left => posts[left].Id)], [.. set.Rights.Select(right => people[right])])),
    ];

    // Each exchange gives a post somebody named earlier for it, so the loop ends.
    private void PreferBetterChoices(Nomination[][] names)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            for (var left = 0; left < posts.Length; left++)
            {
                // Stryker disable once all : without this line the name in the pattern is not assigned, and nothing around that compiles.
                if (PersonFor(posts[left].Id) is not { } current) continue;
                var better = names[left].TakeWhile(name => name.Nominee != current).FirstOrDefault(name => PostFor(name.Nominee) is null);
                if (better is null) continue;
                postFor.Remove(current);
                Assign(posts[left].Id, better.Nominee);
                changed = true;
            }
        }
    }

    private void Assign(PostId post, PersonId person)
    {
        personFor[post] = person;
        postFor[person] = post;
    }
}
