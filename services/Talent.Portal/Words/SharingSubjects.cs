namespace Talent.Portal.Words;

/// <summary>What a person may share, by its key in the reference data.</summary>
public static class SharingSubjects
{
    /// <summary>Key of what is shared about an intention to leave.</summary>
    public const string Leaving = "leaving";

    /// <summary>The subjects, in the order of the page.</summary>
    public static IReadOnlyList<(string Key, string Words)> All { get; } =
    [
        ("aspirations", "Where I would like to go next"),
        ("readiness", "When I may be ready"),
        (Leaving, "When I intend to leave"),
        ("national-talent-pool", "My place in the national talent pool"),
    ];

    /// <summary>The words for a subject.</summary>
    public static string Say(string key) => All.FirstOrDefault(subject => subject.Key == key).Words ?? key;
}
