using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Benches;

/// <summary>Who would stand in. Interim cover: it keeps a seat warm and is never succession.</summary>
public static class Deputies
{
    /// <summary>Deputy posts of a post that have accepted and have a substantive holder who is none of the people given.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="post">The post.</param>
    /// <param name="leaving">People who do not count: the holders of the post itself.</param>
    public static IEnumerable<PostId> InPlace(GroupSnapshot snapshot, Post post, IReadOnlyCollection<PersonId> leaving)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(post);
        return post.Deputies.Where(deputy => deputy.Accepted == Answer.Yes).Select(deputy => deputy.Post)
            .Where(deputy => snapshot.HoldersOf(deputy).Any(held => !leaving.Contains(held.Person)))
            .OrderBy(deputy => deputy.Value, StringComparer.Ordinal);
    }
}
