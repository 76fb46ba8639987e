using System.Globalization;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Calibration;

/// <summary>
/// How well the model's rates of leaving and times to fill give what was counted in England. Everything here has a closed form
/// (<see cref="StationaryTenure"/>), the same that the trials draw from; nothing is drawn.
/// </summary>
public sealed class CalibrationTable
{
    private const string TurnoverUnit = "a year";

    private readonly PublishedFigures published;
    private readonly ReferenceData data;

    private CalibrationTable(PublishedFigures published, ReferenceData data)
    {
        (this.published, this.data) = (published, data);
        Figures = [.. Holders(), Exits(), MedianYears(), .. Appointed(), .. Vacant()];
        ConstantTurnover = [.. HoldersAtConstantTurnover()];
    }

    /// <summary>The figures, as published and by the model.</summary>
    public IReadOnlyList<CalibratedFigure> Figures { get; }

    /// <summary>
    /// What a turnover would give that is the same however long somebody is in post, so high that as many trusts as were counted have one
    /// holder: that a chief executive's turnover is not like this is why the model's follows the years in post.
    /// </summary>
    public IReadOnlyList<CalibratedFigure> ConstantTurnover { get; }

    /// <summary>Holds the model against what was published.</summary>
    /// <param name="published">What was published.</param>
    /// <param name="data">How often posts change hands and how long they stand empty.</param>
    /// <exception cref="ArgumentException">A family has no turnover, or one that never ends a term.</exception>
    public static CalibrationTable Of(PublishedFigures published, ReferenceData data)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(data);
        return new CalibrationTable(published, data);
    }

    private FamilyKey ChiefExecutive => data.Thresholds.ChiefExecutiveFamily;

    private double YearsToFill(FamilyKey family) =>
        WaitingTime.Of(data.FillTimes.Of(family).Estimate).MeanDays / TenureHazard.DaysPerYear;

    private TenureHazard HazardOf(FamilyKey family) => TenureHazard.Of(family, data.Turnover)
        ?? throw new ArgumentException($"Give a turnover for the family {family.Value}: it has none.", nameof(family));

    private StationaryTenure TenureOf(FamilyKey family) => new(HazardOf(family));

    private IEnumerable<CalibratedFigure> Holders() => Holders(
        TenureOf(ChiefExecutive),
        "a stationary renewal process: each chief executive is followed by the next at once, and leaves by the turnover of the years in "
        + "post",
        Turnover([ChiefExecutive]));

    private IEnumerable<CalibratedFigure> HoldersAtConstantTurnover()
    {
        var counted = published.ChiefExecutives;
        var rate = -Math.Log(counted.One.Number.Value) / counted.Years.Value;
        return Holders(
            new StationaryTenure(TenureHazard.Constant(rate)), "Poisson: changes come at the same rate at any time",
            [
                Explained.Given(
                    "Exits a year, the same over all years in post", Estimate.Exact(rate), TurnoverUnit,
                    "so chosen that as many trusts as were counted have one chief executive"),
            ]);
    }

    private IEnumerable<CalibratedFigure> Holders(StationaryTenure tenure, string how, IReadOnlyList<Explained> inputs)
    {
        var counted = published.ChiefExecutives;
        var (one, two, more) = tenure.HoldersWithin(counted.Years.Value);
        var within = string.Create(CultureInfo.InvariantCulture, $"within {counted.Years.Value:0.##} years");
        CalibratedFigure Figure(string many, PublishedFigure figure, double model) =>
            new($"Trusts with {many} {within}", "share", figure, Estimate.Exact(model), how, inputs);
        return
        [
            Figure("one chief executive", counted.One, one), Figure("two chief executives", counted.Two, two),
            Figure("three or more chief executives", counted.More, more),
        ];
    }

    private CalibratedFigure Exits() => new(
        "Chief executives who leave in a year", TurnoverUnit, published.ExitsAYear, Estimate.Exact(TenureOf(ChiefExecutive).ExitsAYear),
        "1 / mean years in post, by the turnover of the years in post", Turnover([ChiefExecutive]));

    private CalibratedFigure MedianYears()
    {
        var hazard = HazardOf(ChiefExecutive);
        double[] medians = [hazard.StationaryYears(0.5), hazard.YearsUntil(Math.Log(2))];
        return new CalibratedFigure(
            "Median years of a chief executive in post", "years", published.MedianYears, Estimate.Unknown(medians.Min(), medians.Max()),
            "between the median of the years so far of those in post on one day, and the median of the years of those who left: it is not "
            + "known which of the two was counted",
            Turnover([ChiefExecutive]));
    }

    private IEnumerable<CalibratedFigure> Appointed()
    {
        CalibratedFigure Figure(string within, int years, PublishedFigure figure) => new(
            $"Executive directors appointed within the last {within}", "share", figure,
            Estimate.Exact(published.Executives.Families.Average(family => TenureOf(family).AppointedWithin(years))),
            "a stationary renewal process: part of those in post on one day, averaged over the executive posts of a trust",
            Executives(Turnover(published.Executives.Families)));
        yield return Figure("year", 1, published.AppointedWithinOneYear);
        yield return Figure("three years", 3, published.AppointedWithinThreeYears);
    }

    private IEnumerable<CalibratedFigure> Vacant()
    {
        double TimeVacant(FamilyKey family) => TenureOf(family).TimeVacant(YearsToFill(family));
        IReadOnlyList<Explained> Inputs(IEnumerable<FamilyKey> families)
        {
            FamilyKey[] all = [.. families];
            return [.. Turnover(all), .. all.Select(data.FillTimes.Of).Distinct().Select(days =>
                days.Explain("Days to fill by open competition", "days"))];
        }

        var executives = Executives(Inputs(published.Executives.Families));
        yield return new CalibratedFigure(
            "Executive posts vacant or filled by an interim", "share", published.PostsVacant,
            Estimate.Exact(published.Executives.Families.Average(TimeVacant)),
            "T / (mean years in post + T) with T = mean time to fill by open competition, averaged over the executive posts of a trust",
            executives);
        yield return new CalibratedFigure(
            "Trusts with at least one executive post vacant", "share", published.TrustsWithVacancy,
            Estimate.Exact(1 - published.Executives.Families.Aggregate(1.0, (filled, family) => filled * (1 - TimeVacant(family)))),
            "1 - (1 - p) for each of the executive posts of a trust, p being the part of the time in which it is vacant", executives);
        yield return new CalibratedFigure(
            "Part of the time in which a chief executive's post is vacant", "share", published.TimeVacant,
            Estimate.Exact(TimeVacant(ChiefExecutive)), "T / (mean years in post + T) with T = mean time to fill by open competition",
            Inputs([ChiefExecutive]));
    }

    private IReadOnlyList<Explained> Executives(IReadOnlyList<Explained> inputs) =>
        [published.Executives.Number.Explain("Executive posts of a trust", "posts"), .. inputs];

    // The figures of several families that are the same number are one input.
    private IReadOnlyList<Explained> Turnover(IReadOnlyList<FamilyKey> families) =>
    [
        .. families.Select(family => data.Turnover.RateOf(family)).OfType<ReferenceNumber>().Distinct()
            .Select(rate => rate.Explain("Exits a year before the effect of the years in post", TurnoverUnit)),
        .. families.SelectMany(family => data.Turnover.BandsOf(family))
            .DistinctBy(band => (band.FromYears, band.Multiplier.Value)).OrderBy(band => band.FromYears)
            .Select(band => band.Multiplier.Explain(
                string.Create(CultureInfo.InvariantCulture, $"Turnover in post from {band.FromYears:0.##} years on, against the average"),
                "times")),
    ];
}
