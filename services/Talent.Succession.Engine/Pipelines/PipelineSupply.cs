using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>
/// How many people are ready and still there on a day, exactly: each counts once, by a probability of their own, independently. Somebody
/// named for several posts of the pipeline counts by the likeliest. Whoever holds one of its posts is no supply for it: a move would leave
/// as many posts vacant.
/// </summary>
internal sealed class PipelineSupply(
    PipelineSnapshot snapshot, PipelineRates rates, Extreme people, IReadOnlySet<PipelineUnknown> settled, int years)
{
    private readonly DateOnly asOf = snapshot.Posts.AsOf;

    /// <summary>People ready for any of some pipelines after some years, each once.</summary>
    public CountDistribution Of(IReadOnlySet<PipelineKey> keys, int year) => CountDistribution.OfEvents(
        snapshot.Posts.Nominations.Where(name => keys.Contains(snapshot.KeyOf(name.Post)) && !name.IsExcluded && !HoldsOneOf(name))
            .GroupBy(name => name.Nominee)
            .Select(named => named.Max(name => IsReady(name, DayAfter(year))) * rates.Stays(named.Key, year))
            .Concat(snapshot.Cohorts.Where(cohort => keys.Contains(cohort.Pipeline))
                .SelectMany(cohort => Enumerable.Repeat(Completed(cohort, DayAfter(year)), cohort.Size))));

    private bool HoldsOneOf(Nomination name) => snapshot.Posts.PostsHeldBy(name.Nominee)
        .Any(held => snapshot.KeyOf(held.Post) == snapshot.KeyOf(name.Post));

    private double IsReady(Nomination name, DateOnly day)
    {
        var readiness = name.Readiness;
        if (name.IsExternal || readiness.IsUnknown || name.MeetsRequirements == Answer.Unknown)
        {
            var from = readiness.Latest ?? readiness.Earliest ?? asOf;
            if (settled.Contains(PipelineUnknown.ReadinessOfNominee))
                return day >= from && day.DayNumber - asOf.DayNumber >= years * TenureHazard.DaysPerYear / 2 ? 1 : 0;
            return people == Extreme.Most && day >= from ? 1 : 0;
        }

        if (readiness.Latest <= day) return 1;
        var earliest = readiness.Earliest ?? asOf;
        return earliest > day ? 0
            : (double)(day.DayNumber - earliest.DayNumber) / (readiness.Latest!.Value.DayNumber - earliest.DayNumber);
    }

    private double Completed(ProgrammeCohort cohort, DateOnly day)
    {
        if (cohort.ReadyOn > day) return 0;
        var end = cohort.Completion.IsUnknown && settled.Contains(PipelineUnknown.CompletionOfCohort) ? Extreme.Middle : people;
        var share = cohort.Completion.IsUnknown && end == Extreme.Middle && !settled.Contains(PipelineUnknown.CompletionOfCohort)
            ? cohort.Completion.Low : PipelineRates.At(cohort.Completion, end);
        var since = cohort.ReadyOn > asOf ? cohort.ReadyOn : asOf;
        return share * rates.StaysWithoutPost((day.DayNumber - since.DayNumber) / TenureHazard.DaysPerYear);
    }

    private DateOnly DayAfter(int year) => asOf.AddYears(year);
}
