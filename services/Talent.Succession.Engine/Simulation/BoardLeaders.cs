using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>The posts of chair and of chief executive that serve one organisation.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Posts">Those posts, in the order of identifiers; a shared post is among those of every organisation it serves.</param>
/// <param name="Seats">Where they stand among the seats that are played: of a post with a part for this board alone that part.</param>
/// <param name="AreKnown">Whether at least one of either family is known.</param>
internal sealed record BoardLeaders(
    OrganisationId Organisation, IReadOnlyList<PostId> Posts, IReadOnlyList<int> Seats, bool AreKnown)
{
    /// <summary>One for each organisation that a post of either family serves, in the order of identifiers.</summary>
    /// <param name="group">The group as it is played.</param>
    /// <param name="thresholds">Which families they are.</param>
    public static IReadOnlyList<BoardLeaders> Of(PlayedGroup group, RuleThresholds thresholds)
    {
        (Post Post, IReadOnlyList<OrganisationId> Serves, int Place)[] leading =
        [
            .. group.Seats.Select((seat, place) => (seat.Post, seat.Serves, place)).Where(seat =>
                seat.Post.Family == thresholds.ChairFamily || seat.Post.Family == thresholds.ChiefExecutiveFamily),
        ];
        return
        [
            .. Post.OrganisationsServedBy(leading.Select(seat => seat.Post)).Select(organisation =>
            {
                var serving = leading.Where(seat => seat.Serves.Contains(organisation)).ToArray();
                return new BoardLeaders(
                    organisation, [.. serving.Select(seat => seat.Post.Id).OrderBy(id => id.Value, StringComparer.Ordinal)],
                    [.. serving.Select(seat => seat.Place)],
                    serving.Any(seat => seat.Post.Family == thresholds.ChairFamily)
                        && serving.Any(seat => seat.Post.Family == thresholds.ChiefExecutiveFamily));
            }),
        ];
    }
}
