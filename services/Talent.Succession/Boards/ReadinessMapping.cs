using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Succession.Boards;

/// <summary>Readiness in the contract: unset when nothing is known.</summary>
internal static class ReadinessMapping
{
    public static Readiness? ToContract(DateOnly? earliest, DateOnly? latest) => earliest is null && latest is null
        ? null
        : new Readiness { Earliest = earliest.ToDate(), Latest = latest.ToDate() };
}
