namespace Talent.Portal.Words;

/// <summary>What is said where posts of the reader's own are left out.</summary>
public static class OwnPosts
{
    /// <summary>For example "2 posts are left out, because you hold them, are named for them or have asked for them."</summary>
    public static string Say(int leftOut) => leftOut == 1
        ? "1 post is left out, because you hold it, are named for it or have asked for it."
        : $"{leftOut} posts are left out, because you hold them, are named for them or have asked for them.";

    /// <summary>What the page of such a post says.</summary>
    public const string Withheld = "You hold this post, are named for it or have asked for it. Nobody sees the succession to a post of their "
        + "own. Whoever else has the role of group HR director for the group sees it; a system administrator grants that role.";
}
