using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Turnover;

/// <summary>A day ahead on which a holder reaches the limit of a term clock, the years that NHS Code of governance 4.3 allows.</summary>
/// <param name="Board">The board that the holder leaves while serving others of the post; null when no board is left after it.</param>
/// <param name="On">The day.</param>
public sealed record TermLimit(OrganisationId? Board, DateOnly On)
{
    /// <summary>
    /// The limits of an appointment that lie ahead, those of single boards first. A chair in common has one clock for each board, and a
    /// limit ends the appointment to its board alone; the post is given up on the last of these days, where every board has one. A clock
    /// whose start is not recorded has no known limit. A limit that has passed says no more of when the holder leaves: that there was an
    /// extension is all that is known.
    /// </summary>
    /// <param name="held">The appointment.</param>
    /// <param name="post">Its post.</param>
    /// <param name="thresholds">The years, and the families they apply to.</param>
    /// <param name="asOf">Limits after this day count.</param>
    /// <param name="until">Limits on this day count, later ones do not.</param>
    public static IReadOnlyList<TermLimit> Ahead(
        Appointment held, Post post, RuleThresholds thresholds, DateOnly asOf, DateOnly until)
    {
        var clocks = TermClock.Of(held, post, thresholds, asOf);
        TermLimit[] ahead =
        [
            .. clocks.Where(clock => clock.Limit > asOf && clock.Limit <= until)
                .Select(clock => new TermLimit(clock.Board, clock.Limit!.Value)).OrderBy(limit => limit.On),
        ];
        if (ahead.Length == 0 || ahead.Length < clocks.Count) return ahead;
        var last = ahead[^1].On;
        return [.. ahead.Where(limit => limit.On < last), new TermLimit(null, last)];
    }
}
