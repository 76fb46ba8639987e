using System.Globalization;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Turnover;

/// <summary>How likely a post is to stand without a substantive holder at some time in the coming twelve months.</summary>
public static class VacancyProbability
{
    private const double DaysPerYear = 365.25;

    /// <summary>
    /// Certain for a post that is vacant. Otherwise the national rate of posts like it, adjusted for the years in post where bands are
    /// given, or in its place what the holder stated and allowed to be used, together with a planned end that falls within the year, and
    /// with the limit of the term clock where every board the holder still serves reaches it: leaving one board of several leaves nobody
    /// but that board. A shared job falls vacant when all go.
    /// </summary>
    public static Explained Of(GroupSnapshot snapshot, Post post, ReferenceData data)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(data);
        const string name = "Probability of standing vacant within 12 months";
        Appointment[] holders = [.. snapshot.HoldersOf(post.Id)];
        if (holders.Length == 0)
            return Explained.Given(name, Estimate.Exact(1), "probability", "vacant: the register has no substantive holder", snapshot.AsOf);
        Explained[] each = [.. holders.Select(held => OfHolder(held, post, snapshot, data))];
        return each.Length == 1 ? each[0] : Explained.From(name, "probability", Operation.Product, each);
    }

    /// <summary>Share of time vacant, hT / (1 + hT): a hazard of ln 2 / 3 a year and 4.5 months to fill give 7.97 %.</summary>
    /// <param name="hazard">Exits a year.</param>
    /// <param name="yearsToFill">Mean time to fill, in years.</param>
    public static Explained ShareOfTimeVacant(Explained hazard, Explained yearsToFill) =>
        Explained.From("Share of time vacant", "share", Operation.ShareOfTimeVacant, hazard, yearsToFill);

    /// <summary>Turnover of posts like this within a year, by the national rate of the family and the years in post.</summary>
    public static Explained Turnover(Appointment held, Post post, DateOnly asOf, TurnoverRates rates)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(rates);
        const string name = "Turnover of posts like this within 12 months";
        if (rates.RateOf(post.Family) is not { } rate)
            return Explained.Missing(name, 0, 1, "probability", $"a turnover figure for the family {post.Family}");
        var parts = new List<Explained> { rate.Explain("Exits a year of posts like this", "a year") };
        if (rates.BandsOf(post.Family) is { Count: > 0 } bands) parts.Add(EffectOfTenure(held, asOf, bands));
        parts.Add(Explained.Given("Years looked ahead", Estimate.Exact(1), "years", "the coming twelve months"));
        return Explained.From(name, "probability", Operation.HappensWithin, parts);
    }

    /// <summary>
    /// Boards on which the holder reaches the limit of the term clock within twelve months, one part for each; null where the code limits
    /// no term of this post, or none is near. A board whose first appointment is not recorded is unknown.
    /// </summary>
    /// <param name="held">The appointment.</param>
    /// <param name="post">Its post.</param>
    /// <param name="asOf">The day to judge.</param>
    /// <param name="thresholds">The years, and the families they apply to.</param>
    public static Explained? BoardsAtTermLimit(Appointment held, Post post, DateOnly asOf, RuleThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        Explained[] near =
        [
            .. TermClock.Of(held, post, thresholds, asOf).Where(clock => clock.Limit is null || clock.Limit < asOf.AddYears(1))
                .Select(clock => clock.Limit is { } limit
                    ? Explained.Given(
                        $"Board of {clock.Board}: the term reaches {Show(thresholds.TermLimitYears.Value)} years", Estimate.Exact(1),
                        "boards", thresholds.TermLimitYears.Source, limit)
                    : Explained.Missing(
                        $"Board of {clock.Board}", 0, 1, "boards", $"the day of first appointment to the board of {clock.Board}")),
        ];
        return near.Length == 0
            ? null
            : Explained.From("Boards on which a term reaches its limit within 12 months", "boards", Operation.Sum, near);
    }

    /// <summary>
    /// The end that a holder stated and allowed to be used, without its days; null where none was. The probability is the part of the
    /// stated days, every one as likely as the next, that lies before a day.
    /// </summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="person">The holder.</param>
    /// <param name="before">The day.</param>
    public static Explained? StatedEnd(GroupSnapshot snapshot, PersonId person, DateOnly before)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.IntentionOf(person) is { } intention
            ? Explained.Given(
                "An end that the holder stated, and allowed to be used", Estimate.Exact(intention.LeavesBefore(snapshot.AsOf, before)),
                "probability", "the holder, who may change or withdraw it")
            : null;
    }

    private static Explained OfHolder(Appointment held, Post post, GroupSnapshot snapshot, ReferenceData data)
    {
        var asOf = snapshot.AsOf;
        var yearEnd = asOf.AddYears(1);
        var parts = new List<Explained>
        {
            StatedEnd(snapshot, held.Person, yearEnd) ?? Turnover(held, post, asOf, data.Turnover),
        };
        if (held.PlannedEnd < yearEnd)
            parts.Add(data.Turnover.EndsAtPlannedEnd.Explain("Leaves at the planned end of the term", "probability"));
        var clocks = TermClock.Of(held, post, data.Thresholds, asOf);
        if (clocks.Count > 0 && clocks.All(clock => clock.Limit is null || clock.Limit < yearEnd))
        {
            parts.Add(clocks.All(clock => clock.Limit is not null)
                ? data.Turnover.EndsAtTermLimit.Explain("Leaves every board at the limit of the term clock", "probability")
                : Explained.Missing(
                    "Leaves every board at the limit of the term clock", 0, data.Turnover.EndsAtTermLimit.Estimate.High, "probability",
                    "the day of first appointment to each board"));
        }

        return Explained.From("Probability of standing vacant within 12 months", "probability", Operation.AnyHappens, parts);
    }

    // The holder passes from one band to the next within the year looked at, so each counts with its part of the year.
    private static Explained EffectOfTenure(Appointment held, DateOnly asOf, IReadOnlyList<TenureBand> bands)
    {
        const string name = "Effect of the years in post";
        if (held.Start is not { } start)
        {
            return Explained.Missing(
                name, bands.Min(band => band.Multiplier.Estimate.Low), bands.Max(band => band.Multiplier.Estimate.High), "times",
                "the day the holder took up the post");
        }

        var now = (asOf.DayNumber - start.DayNumber) / DaysPerYear;
        var parts = new List<Explained>();
        for (var at = 0; at < bands.Count; at++)
        {
            var until = at + 1 < bands.Count ? bands[at + 1].FromYears : double.PositiveInfinity;
            var years = Math.Min(until, now + 1) - Math.Max(bands[at].FromYears, now);
            if (years <= 0) continue;
            var span = double.IsPositiveInfinity(until) ? $"from {Show(bands[at].FromYears)} years on"
                : $"from {Show(bands[at].FromYears)} to {Show(until)} years";
            parts.Add(Explained.From(
                $"In post {span}", "times", Operation.Product,
                bands[at].Multiplier.Explain($"Turnover in post {span}, against the average", "times"),
                Explained.Given(
                    "Part of the coming year", Estimate.Exact(years), "years", "counted from the day the holder took up the post", start)));
        }

        return Explained.From(name, "times", Operation.Sum, parts);
    }

    private static string Show(double years) => years.ToString("0.##", CultureInfo.InvariantCulture);
}
