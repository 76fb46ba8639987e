using Talent.Roles.V1;

namespace Talent.Demonstration.Generation;

/// <summary>What kind of work a post is, which decides tenures, terms and vacancies.</summary>
internal enum PostKind
{
    NonExecutive,
    Executive,
    Site,
    Deputy,
    Division,
}

/// <summary>A post being invented: what the contract holds, and what the generator needs beside it.</summary>
internal sealed class PostPlan
{
    public required Post Post { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>The trusts it serves.</summary>
    public required IReadOnlyList<TrustPlan> Trusts { get; init; }

    /// <summary>The post whose holder manages its holder; null for a chair.</summary>
    public PostPlan? Manager { get; set; }

    /// <summary>The trust that employs an executive, or whose board met first.</summary>
    public TrustPlan Lead => Trusts[0];

    /// <summary>Who holds it substantively; null while it is vacant.</summary>
    public string? HolderId { get; set; }

    /// <summary>Who works in it, substantively or not; null when nobody does.</summary>
    public string? InPostId { get; set; }

    public bool IsFamily(string family) => Post.Family == family;
}
