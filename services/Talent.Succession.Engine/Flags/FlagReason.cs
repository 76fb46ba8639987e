using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Flags;

/// <summary>Why an arrangement of posts depends on one leader.</summary>
public enum FlagReasonKind
{
    /// <summary>So many posts are in one hand.</summary>
    PostsHeldByOnePerson,

    /// <summary>So many organisations rely on one person.</summary>
    OrganisationsRelyOnOnePerson,

    /// <summary>A post serving several organisations was designed around a person.</summary>
    DesignedAroundPerson,

    /// <summary>If the posts fell vacant, cover is confirmed for too few: deputies on every board and a successor.</summary>
    CoverConfirmedForFew,

    /// <summary>Posts without an accepted deputy of their own in place on every board.</summary>
    NoAcceptedDeputy,

    /// <summary>Posts for which no ready successor is left when every person counts once.</summary>
    NoSuccessorOfItsOwn,

    /// <summary>Ready successors who count for other posts.</summary>
    SuccessorsNeededElsewhere,

    /// <summary>Named people whose readiness or availability is not known.</summary>
    ReadinessNotKnown,

    /// <summary>The chair is shared by organisations that have different chief executives.</summary>
    ChairSharedChiefExecutiveNot,

    /// <summary>A planned end or the limit of a term clock is near.</summary>
    TermEndsSoon,
}

/// <summary>One reason with its numbers, to be put into words where it is shown.</summary>
/// <param name="Kind">Which reason.</param>
/// <param name="Observed">What was counted.</param>
/// <param name="Threshold">The line it was held against; null for a reason without one.</param>
/// <param name="Posts">The posts it is about.</param>
/// <param name="Organisations">The organisations it is about.</param>
public sealed record FlagReason(
    FlagReasonKind Kind, double Observed, ReferenceNumber? Threshold, IReadOnlyList<PostId> Posts,
    IReadOnlyList<OrganisationId> Organisations);

/// <summary>What a group can change in the structure, without anybody leaving.</summary>
public enum StructuralActionKind
{
    /// <summary>Make a deputy post, or have a deputy accept.</summary>
    AgreeDeputy,

    /// <summary>Divide the posts or the organisations among more people.</summary>
    SplitPosts,

    /// <summary>Give sites or trusts leaders of their own.</summary>
    AppointSiteLeader,

    /// <summary>Name a successor who is counted for no other post.</summary>
    NameSuccessor,

    /// <summary>Help somebody already named to become ready, or record when.</summary>
    DevelopSuccessor,
}

/// <summary>One thing to do, and the posts it is about.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Posts">The posts it is about.</param>
public sealed record StructuralAction(StructuralActionKind Kind, IReadOnlyList<PostId> Posts);
