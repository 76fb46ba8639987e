using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Turnover;

/// <summary>Where an office-holder stands on one board against NHS Code of governance 4.3.</summary>
public enum TermState
{
    /// <summary>The first appointment to the board is not recorded.</summary>
    Unknown,

    /// <summary>Within the years that need no special review.</summary>
    WithinTerm,

    /// <summary>Another term needs rigorous review.</summary>
    NeedsReview,

    /// <summary>At or beyond the years that are normally the most.</summary>
    AtLimit,
}

/// <summary>The clock of one person on one board. A chair in common has one for each board.</summary>
/// <param name="Board">The organisation whose board it is.</param>
/// <param name="FirstAppointed">First appointment to that board; null when not recorded.</param>
/// <param name="ReviewFrom">Day from which another term needs rigorous review; null when unknown.</param>
/// <param name="Limit">Day at which the normal most is reached; null when unknown.</param>
/// <param name="State">Where it stands on the day asked about.</param>
public sealed record TermClock(OrganisationId Board, DateOnly? FirstAppointed, DateOnly? ReviewFrom, DateOnly? Limit, TermState State)
{
    /// <summary>
    /// The clocks of an appointment to a post whose family the code limits, one for each board the holder still serves; none for other
    /// posts. The limit runs from the first appointment to that board. The review of somebody who came to the chair from another seat on
    /// the board runs from the start as chair, so three years as a member and three as chair trigger none.
    /// </summary>
    /// <param name="appointment">The appointment.</param>
    /// <param name="post">Its post.</param>
    /// <param name="thresholds">The years, and the families they apply to.</param>
    /// <param name="day">The day to judge.</param>
    public static IReadOnlyList<TermClock> Of(Appointment appointment, Post post, RuleThresholds thresholds, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(thresholds);
        if (!thresholds.TermLimitedFamilies.Contains(post.Family)) return [];
        var known = appointment.Boards.ToDictionary(clock => clock.Board, clock => clock.FirstAppointed);
        return
        [
            .. post.Serves.Select(served => served.Organisation).Except(appointment.LeftBoards)
                .OrderBy(board => board.Value, StringComparer.Ordinal)
                .Select(board => On(board, known.GetValueOrDefault(board), appointment.Start, post.Family, thresholds, day)),
        ];
    }

    private static TermClock On(
        OrganisationId board, DateOnly? first, DateOnly? seatStart, FamilyKey family, RuleThresholds thresholds, DateOnly day)
    {
        if (first is not { } start) return new TermClock(board, null, null, null, TermState.Unknown);
        var limit = AddYears(start, thresholds.TermLimitYears.Value);
        var reviewStart = family == thresholds.ChairFamily && seatStart > start ? seatStart.Value : start;
        var review = AddYears(reviewStart, thresholds.TermReviewYears.Value);
        if (review > limit) review = limit;
        var state = day >= limit ? TermState.AtLimit : day >= review ? TermState.NeedsReview : TermState.WithinTerm;
        return new TermClock(board, start, review, limit, state);
    }

    private static DateOnly AddYears(DateOnly day, double years) => day.AddMonths((int)Math.Round(years * 12));
}
