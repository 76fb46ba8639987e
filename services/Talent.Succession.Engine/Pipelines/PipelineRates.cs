using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>Which end of their intervals all numbers take together.</summary>
internal enum Extreme
{
    Least,
    Middle,
    Most,
}

/// <summary>How often people leave, at one end of what is known, some unknowns taken at their middle.</summary>
internal sealed class PipelineRates(
    PipelineSnapshot snapshot, ReferenceData data, MoveRules rules, Extreme exits, IReadOnlySet<PipelineUnknown> settled)
{
    private readonly Dictionary<FamilyKey, TenureHazard> hazards = [];
    private readonly Dictionary<PersonId, (TenureHazard Hazard, double InPost)> stays = [];

    public double EndsAtPlannedEnd => At(data.Turnover.EndsAtPlannedEnd, exits);

    public static double At(Estimate estimate, Extreme end) => end switch
    {
        Extreme.Least => estimate.Low,
        Extreme.Most => estimate.High,
        _ => estimate.Value ?? MiddleOf(estimate),
    };

    public static double MiddleOf(Estimate estimate) => (estimate.Low + estimate.High) / 2;

    /// <summary>The yearly rates of a family by years in post.</summary>
    public TenureHazard HazardOf(FamilyKey family)
    {
        if (hazards.TryGetValue(family, out var known)) return known;
        var hazard = data.Turnover.RateOf(family) is not { } rate ? TenureHazard.Constant(UnknownRate)
            : data.Turnover.BandsOf(family) is { Count: > 0 } bands
                ? new TenureHazard(bands.Select(band => (band.FromYears, At(rate, exits) * At(band.Multiplier, exits))))
                : TenureHazard.Constant(At(rate, exits));
        hazards.Add(family, hazard);
        return hazard;
    }

    /// <summary>Whole months to fill a post; the more often posts are to fall vacant, the sooner they are filled.</summary>
    public int MonthsToFill(FamilyKey family) => (int)Math.Round(
        At(data.FillTimes.Of(family), exits switch { Extreme.Least => Extreme.Most, Extreme.Most => Extreme.Least, _ => exits })
        * 12 / TenureHazard.DaysPerYear);

    /// <summary>
    /// The probability that a person has not left after some years: by what the person stated and allowed to be used, else that of the
    /// weightiest post held.
    /// </summary>
    public double Stays(PersonId person, double years)
    {
        if (snapshot.Posts.IntentionOf(person) is { } intention)
        {
            var asOf = snapshot.Posts.AsOf;
            return 1 - intention.LeavesBefore(asOf, asOf.AddDays((int)Math.Ceiling(years * TenureHazard.DaysPerYear)));
        }

        var (hazard, inPost) = StayOf(person);
        return Math.Exp(hazard.Cumulated(inPost) - hazard.Cumulated(inPost + years));
    }

    /// <summary>The same for somebody who holds no post.</summary>
    public double StaysWithoutPost(double years) => Math.Exp(-years * At(rules.ExitsAYearWhenUnknown, exits));

    private double UnknownRate => At(
        rules.ExitsAYearWhenUnknown, settled.Contains(PipelineUnknown.TurnoverOfFamily) ? Extreme.Middle : exits);

    private (TenureHazard Hazard, double InPost) StayOf(PersonId person)
    {
        if (stays.TryGetValue(person, out var known)) return known;
        var stay = Stay(snapshot.MainPostOf(person));
        stays.Add(person, stay);
        return stay;
    }

    private (TenureHazard Hazard, double InPost) Stay(Appointment? main)
    {
        if (main is null) return (TenureHazard.Constant(At(rules.ExitsAYearWhenUnknown, exits)), 0);
        var family = snapshot.Posts.Get(main.Post).Family;
        var hazard = HazardOf(family);
        if (hazard.IsConstant) return (hazard, 0);
        return main.Start is { } start
            ? (hazard, (snapshot.Posts.AsOf.DayNumber - start.DayNumber) / TenureHazard.DaysPerYear)
            : (TenureHazard.Constant(RateOfUnknownStart(family)), 0);
    }

    private double RateOfUnknownStart(FamilyKey family)
    {
        var rate = data.Turnover.RateOf(family)!;
        double[] each =
        [
            .. data.Turnover.BandsOf(family).Select(band => At(rate, exits) * At(band.Multiplier, exits)),
        ];
        var middle = settled.Contains(PipelineUnknown.StartOfHolder) || exits == Extreme.Middle;
        return middle ? (each.Min() + each.Max()) / 2 : exits == Extreme.Least ? each.Min() : each.Max();
    }

    private static double At(ReferenceNumber number, Extreme end) => At(number.Estimate, end);
}
