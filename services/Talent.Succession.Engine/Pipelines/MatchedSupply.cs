using Talent.Succession.Engine.Matching;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>One pipeline by the end of a year, everything counted from the day of the snapshot.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Vacancies">Expected vacancies, in whole posts.</param>
/// <param name="People">Distinct people certainly ready for it; a person ready for two pipelines counts in both.</param>
/// <param name="CoveredAlone">Vacancies that could be filled if the pipeline had first call on everybody.</param>
/// <param name="CoveredLast">Vacancies that could still be filled when all others were served as well as they can be.</param>
public sealed record MatchedPipeline(PipelineKey Pipeline, int Vacancies, int People, int CoveredAlone, int CoveredLast)
{
    /// <summary>Vacancies that this and other pipelines need the same people for.</summary>
    public int Contested => CoveredAlone - CoveredLast;
}

/// <summary>
/// All pipelines by the end of a year, everything counted from the day of the snapshot: the greatest number of expected vacancies that
/// distinct people can fill, by Hopcroft and Karp. Each person fills one vacancy of one pipeline, not before being certainly ready, and the
/// vacancies of earlier years are served as well as those of this one.
/// <para>
/// The vacancies are means, so that many small pipelines are not rounded away one by one: the k-th of a pipeline lies in the first year by
/// whose end k - 1/2 are expected. Where turnover or a start is unknown they are those of the most vacancies possible. Of a cohort the
/// whole people count who complete, as few as possible where that is unknown. Nobody is taken to leave before being appointed, so what is
/// covered is at most this (<see cref="PipelineYear.Supply"/> takes leavers off, one pipeline at a time).
/// </para>
/// </summary>
/// <param name="Year">Counted from 1.</param>
/// <param name="Vacancies">Expected vacancies of all pipelines, in whole posts.</param>
/// <param name="People">Distinct people certainly ready for any pipeline, each once.</param>
/// <param name="Covered">Vacancies that these can fill together, each person once.</param>
/// <param name="Pipelines">By pipeline, in the order of the snapshot.</param>
public sealed record MatchedSupply(int Year, int Vacancies, int People, int Covered, IReadOnlyList<MatchedPipeline> Pipelines)
{
    /// <summary>Vacancies for which nobody is left.</summary>
    public int Bare => Vacancies - Covered;

    /// <summary>What counting pipeline by pipeline would call covered although one person would have to fill two vacancies.</summary>
    public int CountedTwice => Pipelines.Sum(pipeline => pipeline.CoveredAlone) - Covered;

    /// <summary>Matches people and vacancies, year after year.</summary>
    /// <param name="snapshot">Posts, people and programmes; a person has the same identifier in all groups.</param>
    /// <param name="forecast">What to expect of the same posts.</param>
    public static IReadOnlyList<MatchedSupply> Of(PipelineSnapshot snapshot, PipelineForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(forecast);
        var supply = snapshot.Keys.ToDictionary(key => key, key => ReadyFor(snapshot, key));
        Vacancy[] vacancies =
        [
            .. snapshot.Keys.SelectMany(key => forecast.ExpectedVacancyYears(key).Select(year => new Vacancy(key, year))),
        ];
        return [.. Enumerable.Range(1, forecast.Years).Select(year => In(year, snapshot, supply, vacancies))];
    }

    private static MatchedSupply In(
        int year, PipelineSnapshot snapshot, Dictionary<PipelineKey, Candidate[]> supply, Vacancy[] vacancies)
    {
        var lastDay = snapshot.Posts.AsOf.AddYears(year);
        Vacancy[] until = [.. vacancies.Where(vacancy => vacancy.Year <= year)];
        int Match(IEnumerable<Vacancy> some) => MostCovered(some, supply, snapshot.Posts.AsOf);
        int People(IEnumerable<PipelineKey> keys) => keys.SelectMany(key => supply[key]).Where(person => person.From <= lastDay)
            .DistinctBy(person => person.Who).Count();
        var all = Match(until);
        return new MatchedSupply(
            year, until.Length, People(snapshot.Keys), all,
            [
                .. snapshot.Keys.Select(key => new MatchedPipeline(
                    key, until.Count(vacancy => vacancy.Pipeline == key), People([key]), Match(until.Where(each => each.Pipeline == key)),
                    all - Match(until.Where(each => each.Pipeline != key)))),
            ]);
    }

    private static int MostCovered(IEnumerable<Vacancy> vacancies, Dictionary<PipelineKey, Candidate[]> supply, DateOnly asOf)
    {
        var places = new Dictionary<object, int>();
        int[][] candidates =
        [
            .. vacancies.Select(vacancy => supply[vacancy.Pipeline].Where(person => person.From <= asOf.AddYears(vacancy.Year))
                .Select(person => places.TryGetValue(person.Who, out var known) ? known : places[person.Who] = places.Count).ToArray()),
        ];
        return HopcroftKarp.Match(new BipartiteGraph(places.Count, candidates)).Size;
    }

    private static Candidate[] ReadyFor(PipelineSnapshot snapshot, PipelineKey key) =>
    [
        .. CertainSupply.Of(snapshot, key).Select(ready => new Candidate(ready.Key, ready.Value)),
        .. snapshot.Cohorts.Where(cohort => cohort.Pipeline == key).SelectMany((cohort, which) => Enumerable
            .Range(0, Whole(cohort.Size * (cohort.Completion.Value ?? cohort.Completion.Low)))
            .Select(member => new Candidate((key, which, member), cohort.ReadyOn))),
    ];

    // A share in decimals may come out a last digit short of a whole number.
    private static int Whole(double people) => (int)Math.Floor(people + 1e-9);

    private readonly record struct Vacancy(PipelineKey Pipeline, int Year);

    /// <summary>Somebody who is ready for a pipeline.</summary>
    /// <param name="Who">The person, or the place of a member of a cohort: equal only to itself.</param>
    /// <param name="From">The day from which.</param>
    private readonly record struct Candidate(object Who, DateOnly From);
}
