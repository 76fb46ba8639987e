using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Flows;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>
/// How many people must be ready for a pipeline at any time, so that few of its vacancies find nobody, by the loss formula of Erlang: each
/// vacancy takes somebody who is ready, whose place on the bench is empty until somebody else has become ready.
/// </summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="VacanciesAYear">Expected vacancies a year over the years looked ahead; unknown where turnover or a start is.</param>
/// <param name="ReadyNow">Distinct people certainly ready on the day of the snapshot.</param>
/// <param name="FindNobody">The share of vacancies, 0 to 1, that finds nobody if so many are kept ready.</param>
/// <param name="Needed">How many must be kept ready so that less than the share asked for finds nobody.</param>
public sealed record BenchDepth(
    PipelineKey Pipeline, Estimate VacanciesAYear, int ReadyNow, Estimate FindNobody, Estimate Needed)
{
    /// <summary>Works it out. Intervals run from the ends of what is known of vacancies and of the time of replacement.</summary>
    /// <param name="snapshot">Posts and people.</param>
    /// <param name="forecast">What to expect of the same posts.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="yearsToReplace">Years until somebody else is ready in place of one who was appointed.</param>
    /// <param name="share">The share of vacancies that may find nobody, above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">The share lies outside its range, or the forecast does not know the pipeline.</exception>
    public static BenchDepth Of(
        PipelineSnapshot snapshot, PipelineForecast forecast, PipelineKey pipeline, ReferenceNumber yearsToReplace, double share)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(yearsToReplace);
        var vacancies = forecast.VacanciesAYear(pipeline);
        var ready = CertainSupply.Of(snapshot, pipeline).Values.Count(from => from <= snapshot.Posts.AsOf);
        return new BenchDepth(
            pipeline, vacancies, ready, ByLoad(vacancies, yearsToReplace.Estimate, load => ErlangLoss.FindNobody(ready, load)),
            ByLoad(vacancies, yearsToReplace.Estimate, load => ErlangLoss.PeopleNeeded(load, share)));
    }

    // Both grow with the load.
    private static Estimate ByLoad(Estimate vacancies, Estimate years, Func<double, double> at)
    {
        var (low, high) = (at(vacancies.Low * years.Low), at(vacancies.High * years.High));
        return vacancies.Value is { } known && years.Value is { } time
            ? Estimate.Of(at(known * time), low, high)
            : Estimate.Unknown(low, high);
    }
}
