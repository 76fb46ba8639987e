namespace Talent.Demonstration.Generation;

/// <summary>Who is named in a group: a few favourites, holders of posts that feed the post in question, people without a post.</summary>
internal sealed class Candidates
{
    private const int PostsPerFavourite = 6;

    private readonly RandomSource random;
    private readonly List<string> favourites;
    private readonly ILookup<PostKind, PostPlan> held;
    private readonly List<string> pool;
    private int next;

    public Candidates(GroupPlan group, RandomSource random)
    {
        this.random = random;
        held = group.Posts.Where(post => post.HolderId is not null).ToLookup(post => post.Kind);
        var leading = held[PostKind.Site].Concat(held[PostKind.Deputy]).Concat(held[PostKind.Executive]).ToList();
        var seats = group.Posts.Count(post => post.Kind is PostKind.Executive or PostKind.Site);
        favourites = [.. random.Shuffle(leading).Select(post => post.HolderId!).Distinct(StringComparer.Ordinal).Take(2 + (seats / PostsPerFavourite))];
        pool = random.Shuffle(group.Pool.Select(person => person.Id));
    }

    public string Favourite() => random.Pick(favourites);

    /// <summary>The next of the people without a post; after the last, the first again.</summary>
    public string FromPool() => pool[next++ % pool.Count];

    public string? Suited(PostPlan post) => post.Kind switch
    {
        PostKind.NonExecutive => random.Chance(0.5) ? HolderOf(PostKind.NonExecutive) : FromPool(),
        PostKind.Executive => random.Chance(0.7) ? HolderOf(random.Chance(0.6) ? PostKind.Deputy : PostKind.Site) : FromPool(),
        PostKind.Site => random.Chance(0.5) ? HolderOf(PostKind.Division) : FromPool(),
        PostKind.Deputy => random.Chance(0.2) ? HolderOf(PostKind.Division) : FromPool(),
        _ => FromPool(),
    };

    private string? HolderOf(PostKind kind) => held[kind].ToList() is { Count: > 0 } posts ? random.Pick(posts).HolderId : null;
}
