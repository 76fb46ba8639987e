using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Benches;

/// <summary>What a nomination is worth when every person counts once.</summary>
public enum Standing
{
    /// <summary>Ready, and this post is where the person counts.</summary>
    Confirmed,

    /// <summary>Ready and counted for no post: free for this one.</summary>
    Free,

    /// <summary>Ready, but counted for another post.</summary>
    NeededElsewhere,

    /// <summary>Certainly ready only later.</summary>
    ReadyLater,

    /// <summary>No latest date of readiness is recorded.</summary>
    ReadinessUnknown,

    /// <summary>Outside the group: nobody knows whether the person would come.</summary>
    AvailabilityUnknown,

    /// <summary>Holds this very post.</summary>
    HoldsThePost,

    /// <summary>Is the person whose departure is looked at.</summary>
    Leaving,

    /// <summary>Certainly does not meet a hard requirement of the post.</summary>
    RequirementNotMet,

    /// <summary>Ready, but nobody knows whether the person meets every hard requirement of the post.</summary>
    RequirementUnknown,
}

/// <summary>A nomination, what it is worth, and what would follow.</summary>
/// <param name="Nomination">The nomination.</param>
/// <param name="Standing">What it is worth.</param>
/// <param name="NeededFor">The post the person counts for instead; null unless <see cref="Standing.NeededElsewhere"/>.</param>
/// <param name="WouldOpen">Posts of the group that the person holds and would leave by moving.</param>
public sealed record NomineeStanding(Nomination Nomination, Standing Standing, PostId? NeededFor, IReadOnlyList<PostId> WouldOpen);
