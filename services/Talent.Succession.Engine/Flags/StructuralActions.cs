using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Flags;

/// <summary>What would close a finding without the holder leaving.</summary>
internal static class StructuralActions
{
    public static IReadOnlyList<StructuralAction> For(Arrangement arrangement)
    {
        Post[] bare = [.. arrangement.Posts.Except(arrangement.WithSuccessor)];
        Post[] preparing = [.. bare.Where(post => arrangement.Snapshot.PossibleFor(post.Id).Any())];
        Post[] shared = [.. arrangement.Posts.Where(post => post.Serves.Count > 1)];
        var severalPosts = arrangement.Posts.Count > 1 ? arrangement.Posts : shared;
        return
        [
            .. On(StructuralActionKind.AgreeDeputy, arrangement.Posts.Except(arrangement.WithDeputy)),
            .. On(StructuralActionKind.NameSuccessor, bare),
            .. On(StructuralActionKind.DevelopSuccessor, preparing),
            .. On(StructuralActionKind.SplitPosts, severalPosts),
            .. On(StructuralActionKind.AppointSiteLeader, shared.Where(post => post.Level is not (PostLevel.Site or PostLevel.Division))),
        ];
    }

    private static IEnumerable<StructuralAction> On(StructuralActionKind kind, IEnumerable<Post> posts)
    {
        PostId[] ids = [.. posts.Select(post => post.Id)];
        if (ids.Length > 0) yield return new StructuralAction(kind, ids);
    }
}
