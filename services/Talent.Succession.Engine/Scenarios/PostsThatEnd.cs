using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>Takes posts out of a group that another one replaces.</summary>
internal static class PostsThatEnd
{
    public static IReadOnlyList<PostId> Checked(PostId survivor, IEnumerable<PostId>? ending)
    {
        var list = Require.Distinct(ending ?? [], post => post, $"the posts that end for post {survivor}");
        return list.Contains(survivor)
            ? throw new ArgumentException($"Post {survivor} stays; leave it out of the posts that end.", nameof(ending))
            : list;
    }

    /// <summary>
    /// People named for the posts that end are named for the survivor, after those named already. Whoever deputised from such a post has
    /// not been asked in the surviving one.
    /// </summary>
    public static GroupSnapshot In(GroupSnapshot group, PostId survivor, IReadOnlyList<PostId> ending)
    {
        if (ending.Count == 0) return group;
        var last = group.NamedFor(survivor).Max(name => name.Rank) ?? 0;
        var moved = ending.SelectMany(group.NamedFor).DistinctBy(name => name.Nominee)
            .Where(name => group.NamedFor(survivor).All(already => already.Nominee != name.Nominee))
            .Where(name => !group.Holds(name.Nominee, survivor)).Select(name => name.For(survivor, name.Rank + last));
        return new GroupSnapshot(
            group.AsOf,
            group.Posts.Where(post => !ending.Contains(post.Id)).Select(post => post.With(deputies: Deputies(post, survivor, ending))),
            group.Appointments.Where(held => !ending.Contains(held.Post)),
            [.. group.Nominations.Where(name => !ending.Contains(name.Post)), .. moved], group.Intentions);
    }

    private static DeputyArrangement[] Deputies(Post post, PostId survivor, IReadOnlyList<PostId> ending)
    {
        DeputyArrangement[] staying = [.. post.Deputies.Where(deputy => !ending.Contains(deputy.Post))];
        return staying.Length == post.Deputies.Count || post.Id == survivor || staying.Any(deputy => deputy.Post == survivor)
            ? staying
            : [.. staying, new DeputyArrangement(survivor, Answer.Unknown)];
    }
}
