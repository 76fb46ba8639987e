namespace Talent.Portal.Words;

/// <summary>What a person may share, by its key in the reference data.</summary>
public static class SharingSubjects
{
    /// <summary>The subjects, in the order of the page.</summary>
    public static IReadOnlyList<(string Key, string Words)> All { get; } =
    [
        ("aspirations", "Where I would like to go next"),
        ("readiness", "When I may be ready"),
        ("national-talent-pool", "My place in the national talent pool"),
    ];

    /// <summary>The words for a subject.</summary>
    public static string Say(string key) => All.FirstOrDefault(subject => subject.Key == key).Words ?? key;
}
