using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Demonstration.Generation;

/// <summary>Dates of readiness as benches hold them: now, in one to two years, in three to five, or not known.</summary>
internal sealed class ReadinessGenerator(DateOnly asOf, RandomSource random)
{
    public Readiness Now()
    {
        var since = asOf.AddDays(-random.Between(30, 500)).ToDate();
        return new Readiness { Earliest = since, Latest = since.Clone() };
    }

    public Readiness InOneToTwoYears() => Between(365, 730);

    public Readiness InThreeToFiveYears() => Between(3 * 365, 5 * 365);

    /// <summary>A lower end alone: somebody said "not before", and nobody said by when.</summary>
    public Readiness NotBefore() => new() { Earliest = asOf.AddDays(random.Between(200, 900)).ToDate() };

    public static Readiness? Unknown => null;

    public Readiness? Any(double ready) => random.Chance(ready)
        ? Now()
        : random.PickWeighted((0, 40), (1, 25), (2, 30), (3, 5)) switch
        {
            0 => InOneToTwoYears(),
            1 => InThreeToFiveYears(),
            2 => Unknown,
            _ => NotBefore(),
        };

    private Readiness Between(int first, int last) => new()
    {
        Earliest = asOf.AddDays(first + random.Between(-60, 60)).ToDate(),
        Latest = asOf.AddDays(last + random.Between(-60, 60)).ToDate(),
    };
}
