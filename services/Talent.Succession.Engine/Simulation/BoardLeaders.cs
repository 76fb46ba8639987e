using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>The posts of chair and of chief executive that serve one organisation.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Posts">Those posts, in the order of identifiers; a shared post is among those of every organisation it serves.</param>
/// <param name="AreKnown">Whether at least one of either family is known.</param>
internal sealed record BoardLeaders(OrganisationId Organisation, IReadOnlyList<PostId> Posts, bool AreKnown)
{
    /// <summary>One for each organisation that a post of either family serves, in the order of identifiers.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="thresholds">Which families they are.</param>
    public static IReadOnlyList<BoardLeaders> Of(GroupSnapshot snapshot, RuleThresholds thresholds)
    {
        Post[] leading =
        [
            .. snapshot.Posts.Where(post => post.Family == thresholds.ChairFamily || post.Family == thresholds.ChiefExecutiveFamily),
        ];
        return
        [
            .. Post.OrganisationsServedBy(leading).Select(organisation =>
            {
                Post[] serving = [.. leading.Where(post => post.IsServing(organisation))];
                return new BoardLeaders(
                    organisation, [.. serving.Select(post => post.Id)],
                    serving.Any(post => post.Family == thresholds.ChairFamily)
                        && serving.Any(post => post.Family == thresholds.ChiefExecutiveFamily));
            }),
        ];
    }
}
