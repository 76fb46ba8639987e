using Talent.Types.V1;

namespace Talent.Portal.Words;

/// <summary>When a person is expected to be ready, in words.</summary>
public static class ReadinessWords
{
    /// <summary>For example "from 1 April 2027 to 31 March 2028", "1 April 2027", or "not known", which never counts as ready.</summary>
    public static string Say(Readiness? readiness) => (readiness?.Earliest.Day(), readiness?.Latest.Day()) switch
    {
        (null, null) => "not known",
        (null, { } latest) => $"by {Dates.Say(latest)}",
        ({ } earliest, null) => $"not before {Dates.Say(earliest)}; by when is not known",
        ({ } earliest, { } latest) when earliest == latest => Dates.Say(earliest),
        ({ } earliest, { } latest) => $"between {Dates.Say(earliest)} and {Dates.Say(latest)}",
    };

    /// <summary>"Ready now", or when.</summary>
    public static string Say(Readiness? readiness, bool ready) => ready ? "ready now" : Say(readiness);
}
