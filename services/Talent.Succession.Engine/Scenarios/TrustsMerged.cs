using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>Posts of the same kind that become one when trusts merge.</summary>
public sealed record MergedPosts
{
    /// <summary>States which post stays.</summary>
    /// <param name="stays">The post that stays, with its holder.</param>
    /// <param name="ending">The posts that end, each once, at least one.</param>
    /// <exception cref="ArgumentException">None ends, one is there twice, or the post that stays is among them.</exception>
    public MergedPosts(PostId stays, IEnumerable<PostId> ending)
    {
        ArgumentNullException.ThrowIfNull(stays);
        (Stays, Ending) = (stays, PostsThatEnd.Checked(stays, ending));
        if (Ending.Count == 0) throw new ArgumentException($"Name a post that ends for post {stays}.", nameof(ending));
    }

    /// <summary>The post that stays.</summary>
    public PostId Stays { get; }

    /// <summary>The posts that end.</summary>
    public IReadOnlyList<PostId> Ending { get; }
}

/// <summary>
/// Trusts become one on the first day. Posts that served those absorbed serve the surviving one, and a holder's clock goes on from the
/// surviving board, else from the earliest known. Which posts become one is stated; all others stay.
/// </summary>
public sealed record TrustsMerged : ScenarioChange
{
    /// <summary>States a merger.</summary>
    /// <param name="survivor">The organisation that stays.</param>
    /// <param name="absorbed">Those that end, each once, at least one.</param>
    /// <param name="posts">Posts that become one; each post in one entry at most.</param>
    /// <exception cref="ArgumentException">No organisation ends, one is there twice, the survivor is among them, or a post is in two
    /// entries.</exception>
    public TrustsMerged(OrganisationId survivor, IEnumerable<OrganisationId> absorbed, IEnumerable<MergedPosts>? posts = null)
    {
        ArgumentNullException.ThrowIfNull(survivor);
        Survivor = survivor;
        Absorbed = Require.Distinct(absorbed, each => each, $"the organisations that {survivor} absorbs");
        if (Absorbed.Count == 0 || Absorbed.Contains(survivor))
            throw new ArgumentException($"Name the organisations that {survivor} absorbs, without itself.", nameof(absorbed));
        Posts = Require.Distinct(posts ?? [], merged => merged.Stays, "the posts that stay in a merger");
        Require.Distinct(Posts.SelectMany(merged => merged.Ending.Append(merged.Stays)), post => post, "the posts of a merger");
    }

    /// <summary>The organisation that stays.</summary>
    public OrganisationId Survivor { get; }

    /// <summary>Those that end.</summary>
    public IReadOnlyList<OrganisationId> Absorbed { get; }

    /// <summary>Posts that become one.</summary>
    public IReadOnlyList<MergedPosts> Posts { get; }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        var snapshot = group.Snapshot;
        foreach (var organisation in Absorbed.Append(Survivor)) snapshot.RequireOrganisation(organisation);
        var merged = snapshot.With(
            snapshot.Posts.Select(post => post.With(serves: Served(post.Serves))),
            snapshot.Appointments.Select(held => held.On(held.Post, Clocks(held), Left(held, snapshot.Get(held.Post)), held.PlannedEnd)));
        return group with { Snapshot = Posts.Aggregate(merged, BecomeOne) };
    }

    private static IEnumerable<OrganisationServed> Union(Post stays, IEnumerable<Post> ending)
    {
        OrganisationId[] more = [.. Post.OrganisationsServedBy(ending).Where(each => !stays.IsServing(each))];
        // What time a post gives to organisations it takes over is not known, and so neither what is left for its own.
        return more.Length == 0 ? stays.Serves
            : stays.Serves.Select(served => served.Organisation).Concat(more).Select(each => new OrganisationServed(each));
    }

    private GroupSnapshot BecomeOne(GroupSnapshot group, MergedPosts posts)
    {
        var stays = group.Get(posts.Stays);
        Post[] ending = [.. posts.Ending.Select(group.Get)];
        if (ending.FirstOrDefault(post => post.Family != stays.Family) is { } other)
        {
            throw new ArgumentException(
                $"Let only posts of the same family become one; {other.Id} and {stays.Id} are not of one.", nameof(group));
        }

        if (ending.Append(stays).FirstOrDefault(post => !post.IsServing(Survivor)) is { } elsewhere)
            throw new ArgumentException($"Leave post {elsewhere.Id} out; it serves none of the merging organisations.", nameof(group));
        var grown = stays.With(serves: Union(stays, ending));
        return PostsThatEnd.In(group.With(posts: group.Posts.Select(each => each == stays ? grown : each)), stays.Id, posts.Ending);
    }

    private OrganisationId After(OrganisationId organisation) => Absorbed.Contains(organisation) ? Survivor : organisation;

    private IEnumerable<OrganisationServed> Served(IEnumerable<OrganisationServed> serves) => serves
        .GroupBy(served => After(served.Organisation)).Select(parts => new OrganisationServed(
            parts.Key, parts.All(part => part.Share is not null) ? Math.Min(1, parts.Sum(part => part.Share!.Value)) : null));

    private IEnumerable<BoardClock> Clocks(Appointment held) => held.Boards.GroupBy(clock => After(clock.Board)).Select(clocks =>
        new BoardClock(
            clocks.Key, (clocks.FirstOrDefault(clock => clock.Board == clocks.Key) ?? clocks.MinBy(clock => clock.FirstAppointed))!
                .FirstAppointed));

    private IEnumerable<OrganisationId> Left(Appointment held, Post post) => held.LeftBoards.Select(After).Distinct()
        .Except(post.Serves.Select(served => served.Organisation).Except(held.LeftBoards).Select(After));
}
