using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Sensitivity;

/// <summary>
/// The numbers of the model that have a range and matter for a group. Families whose figure is the same, from the same source, rest on one
/// assumption: they move together and are one unknown.
/// <para>
/// The range of a time to fill, or to take up, is that of single vacancies, which the trials draw. Its variance (on the scale of
/// logarithms) is in part that of typical times from group to group, which no number of vacancies averages out: with s that part, the
/// typical time m lies in 80 % of groups between m (low / m)^sqrt(s) and m (high / m)^sqrt(s). It is played there with the spread around it
/// as before.
/// </para>
/// </summary>
/// <param name="known">What the trials rest on.</param>
/// <param name="typicalShare">The part s, 0 to 1.</param>
/// <param name="last">The last day of the trials.</param>
internal sealed class UnknownNumbers(ModelInputs known, double typicalShare, DateOnly last)
{
    private const string Probability = "probability";
    private const string Days = "days";
    private const string AYear = "a year";

    private readonly GroupSnapshot snapshot = known.Snapshot;
    private readonly MoveRules rules = known.Rules;
    private readonly TurnoverRates turnover = known.Data.Turnover;
    private readonly FillTimes fill = known.Data.FillTimes;
    private readonly FamilyKey[] families =
    [
        .. known.Snapshot.Posts.Select(post => post.Family).Distinct().OrderBy(family => family.Value, StringComparer.Ordinal),
    ];

    /// <summary>All of them.</summary>
    public IEnumerable<UnknownInput> All() =>
        Moves().Concat(Exits()).Concat(Times()).Where(input => input.Unknown.Low < input.Unknown.High);

    private IEnumerable<UnknownInput> Moves()
    {
        if (snapshot.Nominations.Any(name => !name.IsExternal))
        {
            yield return Moved(
                "probability that a named successor who is ready accepts", Probability, rules.Accepts,
                number => rules with { Accepts = number });
        }

        if (snapshot.Nominations.Any(name => name.IsExternal))
        {
            yield return Moved(
                "probability that somebody named from outside the group accepts", Probability, rules.AcceptsFromOutside,
                number => rules with { AcceptsFromOutside = number });
        }

        if (snapshot.Nominations.Count > 0)
        {
            yield return Moved(
                "time in a post before its holder moves again", "years", rules.YearsBeforeMovingAgain,
                number => rules with { YearsBeforeMovingAgain = number });
        }

        if (families.Any(family => turnover.RateOf(family) is null)
            || snapshot.Nominations.Any(name => !snapshot.PostsHeldBy(name.Nominee).Any()))
        {
            yield return Moved(
                "exits a year of people whose post or family has no figure", AYear, rules.ExitsAYearWhenUnknown,
                number => rules with { ExitsAYearWhenUnknown = number });
        }

        if (snapshot.Posts.Any(post => post.Deputies.Any(deputy => deputy.Accepted != Answer.No && snapshot.Find(deputy.Post) is not null)))
        {
            yield return Moved(
                "part of the uncovered days that interim cover takes away", "share", rules.InterimCoverQuality,
                number => rules with { InterimCoverQuality = number });
        }
    }

    private IEnumerable<UnknownInput> Exits()
    {
        foreach (var same in families.Where(family => turnover.RateOf(family) is not null).GroupBy(family => turnover.RateOf(family)!))
        {
            FamilyKey[] moved = [.. same];
            yield return Number(
                "exits a year of posts like this", AYear, same.Key,
                number => With(Turnover(
                    family => moved.Contains(family) ? number : turnover.RateOf(family), turnover.EndsAtPlannedEnd,
                    turnover.EndsAtTermLimit)),
                moved);
        }

        if (snapshot.Appointments.Any(held => held.PlannedEnd > snapshot.AsOf && held.PlannedEnd <= last))
        {
            yield return Number(
                "probability that an appointment ends at its planned end", Probability, turnover.EndsAtPlannedEnd,
                number => With(Turnover(turnover.RateOf, number, turnover.EndsAtTermLimit)));
        }

        if (snapshot.Posts.Any(post => snapshot.HoldersOf(post.Id).Any(
            held => TermLimit.Ahead(held, post, known.Data.Thresholds, snapshot.AsOf, last).Count > 0)))
        {
            yield return Number(
                "probability that an office-holder leaves a board at the limit of the term clock", Probability, turnover.EndsAtTermLimit,
                number => With(Turnover(turnover.RateOf, turnover.EndsAtPlannedEnd, number)));
        }
    }

    private IEnumerable<UnknownInput> Times()
    {
        foreach (var same in families.GroupBy(fill.Of))
        {
            FamilyKey[] moved = [.. same];
            yield return Time(
                "typical time to fill a post by open competition", same.Key,
                number => Filling(family => moved.Contains(family) ? number : fill.Of(family), fill.AppointSuccessor, fill.Notice),
                moved.Length < families.Length ? moved : []);
        }

        if (snapshot.Nominations.Count > 0)
        {
            yield return Time(
                "typical time in which a successor takes up a post", fill.AppointSuccessor,
                number => Filling(fill.Of, number, fill.Notice), []);
        }

        yield return Number("notice of a leaver", Days, fill.Notice, number => With(Filling(fill.Of, fill.AppointSuccessor, number)));
    }

    private UnknownInput Moved(string name, string unit, ReferenceNumber number, Func<ReferenceNumber, MoveRules> with) =>
        Number(name, unit, number, end => known with { Rules = with(end) });

    private static UnknownInput Number(
        string name, string unit, ReferenceNumber number, Func<ReferenceNumber, ModelInputs> with,
        IReadOnlyList<FamilyKey>? families = null) => UnknownInput.Of(
        new Unknown(name, unit, number.Estimate.Low, number.Estimate.High) { Families = families ?? [] },
        end => with(new ReferenceNumber(Estimate.Exact(end), number.Source, number.ValidFrom)));

    private UnknownInput Time(
        string name, ReferenceNumber number, Func<ReferenceNumber, FillTimes> with, IReadOnlyList<FamilyKey> families)
    {
        var (low, middle, high) = (number.Estimate.Low, number.Value, number.Estimate.High);
        double Typical(double end) => end == middle ? middle : middle * Math.Pow(end / middle, Math.Sqrt(typicalShare));
        return UnknownInput.Of(
            new Unknown(name, Days, Typical(low), Typical(high)) { Families = families },
            end => With(with(new ReferenceNumber(
                Estimate.Of(end, low * end / middle, high * end / middle), number.Source, number.ValidFrom))));
    }

    private ModelInputs With(TurnoverRates rates) => known with { Data = known.Data with { Turnover = rates } };

    private ModelInputs With(FillTimes times) => known with { Data = known.Data with { FillTimes = times } };

    private TurnoverRates Turnover(
        Func<FamilyKey, ReferenceNumber?> rate, ReferenceNumber endsAtPlannedEnd, ReferenceNumber endsAtTermLimit) => new(
        families.Where(family => rate(family) is not null).ToDictionary(family => family, family => rate(family)!),
        families.Where(family => turnover.BandsOf(family).Count > 0)
            .Select(family => new TenurePattern([family], turnover.BandsOf(family))),
        endsAtPlannedEnd, endsAtTermLimit);

    private FillTimes Filling(Func<FamilyKey, ReferenceNumber> days, ReferenceNumber appointSuccessor, ReferenceNumber notice) =>
        new(families.ToDictionary(family => family, days), fill.Otherwise, appointSuccessor, notice);
}
