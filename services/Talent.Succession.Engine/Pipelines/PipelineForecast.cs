using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>
/// Supply and demand of all pipelines over some years. Counts are exact distributions, not trials: holders and candidates are independent
/// given the rates, so their counts add up by convolution, bands are quantiles without an error of simulation, and neither the order nor
/// the identifiers of what is given can move them. Each band runs from the 10th percentile of the least favourable case to the 90th of
/// the most favourable: all rates at the ends of their intervals and all unknowns at the ends of what is possible, so it holds at least
/// 80 % whatever the unknown is. Planned ends count as recorded; candidates and newcomers leave as posts like theirs change hands.
/// </summary>
public sealed class PipelineForecast
{
    private const double LowShare = 0.1;
    private const double HighShare = 0.9;

    // Rounded by a little more than a half, so that a mean of whole vacancies is not lost to the last digit.
    private const double HalfAVacancy = 0.5 + 1e-9;

    private readonly PipelineSnapshot snapshot;
    private readonly ReferenceData data;
    private readonly MoveRules rules;
    private readonly Case[] cases;
    private readonly Dictionary<PipelineUnknown, Case[]> casesWith = [];

    private PipelineForecast(PipelineSnapshot snapshot, ReferenceData data, MoveRules rules, int years)
    {
        (this.snapshot, this.data, this.rules, Years) = (snapshot, data, rules, years);
        cases = Cases(new HashSet<PipelineUnknown>());
        Pipelines = [.. snapshot.Keys.Select(Look)];
        var all = snapshot.Keys.ToHashSet();
        Ready = [.. Enumerable.Range(1, years).Select(year => Supply(all, cases, year, SupplyIsUnknown(all)))];
    }

    /// <summary>How many years are looked ahead.</summary>
    public int Years { get; }

    /// <summary>By family, level and region.</summary>
    public IReadOnlyList<PipelineOutlook> Pipelines { get; }

    /// <summary>By year: distinct people ready for any pipeline and still there at its end, each once however many pipelines there are.
    /// </summary>
    public IReadOnlyList<Estimate> Ready { get; }

    /// <summary>Looks ahead.</summary>
    /// <param name="snapshot">Posts, people and programmes.</param>
    /// <param name="data">How often posts change hands and how long they stand empty.</param>
    /// <param name="rules">Of these only how often people leave of whom it is not known: people without a post, families without a
    /// figure.</param>
    /// <param name="years">How far, 1 to 10.</param>
    /// <exception cref="ArgumentException">The years lie outside their range, or the rate that stands for the unknown has no interval.
    /// </exception>
    public static PipelineForecast Of(PipelineSnapshot snapshot, ReferenceData data, MoveRules rules, int years = 5)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(rules);
        var prior = rules.ExitsAYearWhenUnknown.Estimate;
        if (prior.Low >= prior.High && snapshot.Posts.Posts.Any(post => data.Turnover.RateOf(post.Family) is null))
        {
            throw new ArgumentException(
                "Give the exits a year that stand for the unknown with an interval: a family has no turnover figure.", nameof(rules));
        }

        return new PipelineForecast(snapshot, data, rules, (int)Require.Between(years, 1, 10, "the years to look ahead"));
    }

    /// <summary>
    /// Expected vacancies of a pipeline a year, over the years looked ahead: a mean, between those of the least and of the most favourable
    /// case. Unknown where turnover or a start is.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such pipeline.</exception>
    public Estimate VacanciesAYear(PipelineKey pipeline)
    {
        if (Pipelines.All(each => each.Pipeline != pipeline))
            throw new ArgumentException("Choose a pipeline that has a post or a cohort.", nameof(pipeline));
        double[] means = [.. cases.Select(each => each.Demand.Of(pipeline, 0, 12 * Years).Mean / Years)];
        return DemandIsUnknown(pipeline)
            ? Estimate.Unknown(means.Min(), means.Max())
            : Estimate.Of(means[1], means.Min(), means.Max());
    }

    /// <summary>
    /// The years of the expected vacancies of a pipeline, from 1, each vacancy in the first by whose end half of it and all before it are
    /// expected; where turnover or a start is unknown, in the case of the most vacancies.
    /// </summary>
    internal IEnumerable<int> ExpectedVacancyYears(PipelineKey pipeline)
    {
        var demand = (DemandIsUnknown(pipeline) ? cases[0] : cases[1]).Demand;
        var before = 0;
        for (var year = 1; year <= Years; year++)
        {
            var by = (int)Math.Floor(demand.Of(pipeline, 0, 12 * year).Mean + HalfAVacancy);
            for (; before < by; before++) yield return year;
        }
    }

    private PipelineOutlook Look(PipelineKey key)
    {
        var known = YearsOf(key, cases);
        var unknowns = new List<PipelineWidening>();
        foreach (var unknown in Enum.GetValues<PipelineUnknown>())
        {
            var count = Count(key, unknown);
            if (count == 0) continue;
            if (!casesWith.TryGetValue(unknown, out var with)) casesWith[unknown] = with = Cases(new HashSet<PipelineUnknown> { unknown });
            unknowns.Add(new PipelineWidening(unknown, count, Width(known) - Width(YearsOf(key, with))));
        }

        return new PipelineOutlook(
            key, PostsOf(key).Count(), known, [.. unknowns.OrderByDescending(each => each.Narrower).ThenBy(each => each.Unknown)]);
    }

    private PipelineYear[] YearsOf(PipelineKey key, Case[] under)
    {
        var keys = new HashSet<PipelineKey> { key };
        var (demandUnknown, supplyUnknown) = (DemandIsUnknown(key), SupplyIsUnknown(keys));
        return
        [
            .. Enumerable.Range(1, Years).Select(year => new PipelineYear(
                year, Band([.. under.Select(each => each.Demand.Of(key, 12 * (year - 1), 12 * year))], demandUnknown),
                Supply(keys, under, year, supplyUnknown),
                Band(
                    [.. under.Select(each => each.Supply.Of(keys, year).Minus(each.Demand.Of(key, 0, 12 * year)))],
                    demandUnknown || supplyUnknown))),
        ];
    }

    private static Estimate Supply(HashSet<PipelineKey> keys, Case[] under, int year, bool unknown) =>
        Band([.. under.Select(each => each.Supply.Of(keys, year))], unknown);

    private Case[] Cases(HashSet<PipelineUnknown> settled) =>
    [
        MakeCase(Extreme.Most, Extreme.Least, settled), MakeCase(Extreme.Middle, Extreme.Middle, settled),
        MakeCase(Extreme.Least, Extreme.Most, settled),
    ];

    private Case MakeCase(Extreme exits, Extreme people, HashSet<PipelineUnknown> settled)
    {
        var rates = new PipelineRates(snapshot, data, rules, exits, settled);
        return new Case(
            new PipelineDemand(snapshot, rates, 12 * Years), new PipelineSupply(snapshot, rates, people, settled, Years));
    }

    private static Estimate Band(CountDistribution[] counts, bool unknown)
    {
        double low = counts.Min(each => each.Quantile(LowShare));
        double high = counts.Max(each => each.Quantile(HighShare));
        return unknown ? Estimate.Unknown(low, high) : Estimate.Of(counts[1].Quantile(0.5), low, high);
    }

    private static double Width(IEnumerable<PipelineYear> years) => years.Sum(year =>
        year.Demand.High - year.Demand.Low + year.Supply.High - year.Supply.Low + year.Balance.High - year.Balance.Low);

    private IEnumerable<Post> PostsOf(PipelineKey key) => snapshot.Posts.Posts.Where(post => snapshot.KeyOf(post.Id) == key);

    private bool DemandIsUnknown(PipelineKey key) => PostsOf(key).Any(post => HasNoRate(post.Family))
        || PostsOf(key).SelectMany(post => snapshot.Posts.HoldersOf(post.Id)).Any(held => IsUnknown(held.Person));

    private bool SupplyIsUnknown(HashSet<PipelineKey> keys) => snapshot.Posts.Nominations
        .Where(name => keys.Contains(snapshot.KeyOf(name.Post)) && !name.IsExcluded && !IsOutside(name))
        .Any(name => IsUnknown(name.Nominee));

    private bool IsUnknown(PersonId person) =>
        snapshot.MainPostOf(person) is { } main && (HasNoRate(snapshot.Posts.Get(main.Post).Family) || HasNoStart(main));

    private bool HasNoRate(FamilyKey family) => data.Turnover.RateOf(family) is null;

    private bool HasNoStart(Appointment main)
    {
        var family = snapshot.Posts.Get(main.Post).Family;
        return main.Start is null && !HasNoRate(family) && data.Turnover.BandsOf(family).Count > 1;
    }

    private static bool IsOutside(Nomination name) =>
        name.IsExternal || name.Readiness.IsUnknown || name.MeetsRequirements == Answer.Unknown;

    private int Count(PipelineKey key, PipelineUnknown unknown)
    {
        Nomination[] named = [.. snapshot.Posts.Nominations.Where(name => snapshot.KeyOf(name.Post) == key && !name.IsExcluded)];
        Appointment[] main =
        [
            .. PostsOf(key).SelectMany(post => snapshot.Posts.HoldersOf(post.Id)).Select(held => held.Person)
                .Concat(named.Select(name => name.Nominee)).Distinct().Select(snapshot.MainPostOf).OfType<Appointment>(),
        ];
        return unknown switch
        {
            PipelineUnknown.TurnoverOfFamily => main.Select(held => held.Post).Concat(PostsOf(key).Select(post => post.Id)).Distinct()
                .Count(post => HasNoRate(snapshot.Posts.Get(post).Family)),
            PipelineUnknown.StartOfHolder => main.Count(HasNoStart),
            PipelineUnknown.ReadinessOfNominee => named.Where(IsOutside).Select(name => name.Nominee).Distinct().Count(),
            _ => snapshot.Cohorts.Count(cohort => cohort.Pipeline == key && cohort.Completion.IsUnknown),
        };
    }

    private sealed record Case(PipelineDemand Demand, PipelineSupply Supply);
}
