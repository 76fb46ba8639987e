using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>
/// How often the posts of a pipeline fall vacant between two months, exactly. All posts of one holder depend on one exit, so the count of a
/// holder is a mixture over the month of that exit; holders are independent, so their counts are added by convolution. A post fallen
/// vacant begins anew after the time to fill with a newcomer of no years in post: a renewal process in whole months. The month of a first
/// vacancy is exact to the month, and so is the year it counts in.
/// </summary>
internal sealed class PipelineDemand(PipelineSnapshot snapshot, PipelineRates rates, int months)
{
    private readonly Dictionary<(FamilyKey Family, int From, int To), CountDistribution[]> renewals = [];

    /// <summary>The number of vacancies that begin in a month from the first on and before the last.</summary>
    public CountDistribution Of(PipelineKey key, int from, int to)
    {
        Post[] posts = [.. snapshot.Posts.Posts.Where(post => snapshot.KeyOf(post.Id) == key)];
        var alone = posts.ToLookup(post => snapshot.Posts.HoldersOf(post.Id).Count());
        var total = CountDistribution.Sum(alone[0].Select(post => FallsVacant(post, 0, from, to)));
        total = alone.Where(group => group.Key > 1).SelectMany(group => group)
            .Aggregate(total, (sum, post) => sum.Plus(SharedJob(post, from, to)));
        return alone[1].GroupBy(post => snapshot.Posts.HoldersOf(post.Id).Single().Person)
            .Aggregate(total, (sum, held) => sum.Plus(OfHolder(held.Key, [.. held], from, to)));
    }

    private CountDistribution OfHolder(PersonId person, Post[] posts, int from, int to)
    {
        var ends = posts.Select(post => PlannedEnd(snapshot.Posts.HoldersOf(post.Id).Single())).ToArray();
        return CountDistribution.Mixture(Enumerable.Range(0, months + 1).Select(exit => (
            ExitsIn(person, exit),
            CountDistribution.Sum(posts.Select((post, at) => exit <= ends[at]
                ? FallsVacant(post, exit, from, to)
                : CountDistribution.Mixture(
                [
                    (rates.EndsAtPlannedEnd, FallsVacant(post, ends[at], from, to)),
                    (1 - rates.EndsAtPlannedEnd, FallsVacant(post, exit, from, to)),
                ]))))));
    }

    /// <summary>A shared job falls vacant with the last of its holders; what else they hold is taken as independent of it.</summary>
    private CountDistribution SharedJob(Post post, int from, int to)
    {
        Appointment[] holders = [.. snapshot.Posts.HoldersOf(post.Id)];
        double GoneBy(int month) => holders.Aggregate(1.0, (all, held) => all * (1 - (rates.Stays(held.Person, Years(month + 1))
            * (PlannedEnd(held) <= month ? 1 - rates.EndsAtPlannedEnd : 1))));
        var parts = new List<(double, CountDistribution)>();
        var before = 0.0;
        for (var month = 0; month < months; month++)
        {
            var gone = GoneBy(month);
            parts.Add((Math.Max(0, gone - before), FallsVacant(post, month, from, to)));
            before = gone;
        }

        parts.Add((1 - before, CountDistribution.Certain(0)));
        return CountDistribution.Mixture(parts);
    }

    /// <summary>The probability that somebody leaves in a month; in the one after the last: later or never.</summary>
    private double ExitsIn(PersonId person, int month)
    {
        var before = rates.Stays(person, Years(month));
        return month == months ? before : Math.Max(0, before - rates.Stays(person, Years(month + 1)));
    }

    /// <summary>Vacancies of a post that falls vacant in a month, that one among them.</summary>
    private CountDistribution FallsVacant(Post post, int month, int from, int to) => month >= months
        ? CountDistribution.Certain(0)
        : CountDistribution.Certain(month >= from && month < to ? 1 : 0).Plus(Renewals(post.Family, from, to)[month]);

    /// <summary>By month of a vacancy: how many follow it in the same post.</summary>
    private CountDistribution[] Renewals(FamilyKey family, int from, int to)
    {
        if (renewals.TryGetValue((family, from, to), out var known)) return known;
        var hazard = rates.HazardOf(family);
        var fill = rates.MonthsToFill(family);
        var after = new CountDistribution[months];
        for (var vacant = months - 1; vacant >= 0; vacant--)
        {
            var parts = new List<(double, CountDistribution)>();
            var left = 1.0;
            for (var next = vacant + fill + 1; next < months; next++)
            {
                var stays = hazard.Survival(Years(next - vacant - fill));
                parts.Add((Math.Max(0, left - stays), CountDistribution.Certain(next >= from && next < to ? 1 : 0).Plus(after[next])));
                left = stays;
            }

            parts.Add((left, CountDistribution.Certain(0)));
            after[vacant] = CountDistribution.Mixture(parts);
        }

        renewals.Add((family, from, to), after);
        return after;
    }

    private int PlannedEnd(Appointment held) => held.PlannedEnd is { } end && end > snapshot.Posts.AsOf
        ? (int)((end.DayNumber - snapshot.Posts.AsOf.DayNumber) * 12 / TenureHazard.DaysPerYear) : int.MaxValue;

    private static double Years(int months) => months / 12.0;
}
