using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Flags;

/// <summary>
/// "Dependence on one leader" on screen: a finding about posts in one hand, never about the person, who is not named where it is shown. It
/// stands as long as the rule does, so it is cleared by changing the structure, with the holder in place.
/// </summary>
/// <param name="Holder">Who holds the posts, so that the arrangement is known again when it grows or shrinks. Never shown or told.</param>
/// <param name="Key">The post that stands for the arrangement: the one serving most organisations, then the first identifier.</param>
/// <param name="Posts">All posts in that hand.</param>
/// <param name="Organisations">All organisations they serve.</param>
/// <param name="ShareCovered">Posts with confirmed cover / posts.</param>
/// <param name="Covered">Posts with accepted deputies in place on every board and a successor, all of their own.</param>
/// <param name="OrganisationsCovered">Organisations in which each post has a successor, and a deputy who serves it, of its own.</param>
/// <param name="Reasons">At least two: why it is looked at, and that cover falls short.</param>
/// <param name="Actions">At least one, each on the structure.</param>
public sealed record HeroicLeadership(
    PersonId Holder, PostId Key, IReadOnlyList<PostId> Posts, IReadOnlyList<OrganisationId> Organisations, Explained ShareCovered,
    IReadOnlyList<PostId> Covered, IReadOnlyList<OrganisationId> OrganisationsCovered, IReadOnlyList<FlagReason> Reasons,
    IReadOnlyList<StructuralAction> Actions);
