namespace Talent.Portal.Journeys;

/// <summary>The questions about one's own readiness.</summary>
public static class OwnReadiness
{
    /// <summary>The first day.</summary>
    public static DateQuestion Earliest => new("earliest", "From which day may you be ready?")
    {
        Name = "Ready from",
        InSentence = "the first day on which you may be ready",
    };

    /// <summary>The last day.</summary>
    public static DateQuestion Latest(DateOnly? earliest) => new("latest", "By which day do you expect to be ready?")
    {
        Name = "Ready by",
        InSentence = "the day by which you expect to be ready",
        Optional = true,
        Hint = "Leave it empty if you do not know. For example, 31 3 2028.",
        Earliest = earliest,
        TooEarly = "Enter a day that is not before the first day on which you may be ready",
    };
}
