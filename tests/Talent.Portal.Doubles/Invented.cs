using Talent.Demonstration;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Doubles;

/// <summary>The invented group that the doubles of the services answer with: three trusts, twelve posts, as many people.</summary>
public static partial class Invented
{
    public const string GroupId = DemonstrationIdentities.FirstGroupId;
    public const string GroupTitle = "Northmere Partnership";
    public const string DirectorPersonId = DemonstrationIdentities.DirectorPersonId;
    public const string LeaderPersonId = DemonstrationIdentities.LeaderPersonId;
    public const string ChiefExecutivePost = "post-01";

    /// <summary>The board counts somebody for it; were it vacant, another post would need that person.</summary>
    public const string PostCoveredOnTheBoardAlone = "post-05";
    public const string Chair = "post-02";
    public const string OwnPost = "post-13";
    public const string UnknownReadinessPost = "post-09";
    public const string AppointmentId = "appointment-01";
    public const string Holder = "person-01";
    public const string PersonOfAnotherGroup = "person-of-another-group";

    public static IReadOnlyList<(string Code, string Name)> Organisations { get; } =
    [
        ("XN1", "Northmere Hospitals NHS Trust"), ("XN2", "Ashwick & Vale NHS Foundation Trust"), ("XN3", "Thornby <Community> NHS Trust"),
    ];

    public static IReadOnlyList<(string Id, string Name)> People { get; } =
    [
        ("person-01", "Zara Winterbourne"), ("person-02", "Amos Fenwick"), ("person-03", "Bronwen Ellery"), ("person-04", "Óscar Liddell"),
        (DirectorPersonId, "Dana Hollis"), (LeaderPersonId, "Lee Marsh"),
    ];

    public static IReadOnlyList<string> Titles { get; } =
    [
        "Group chief executive", "Chair in common", "Chief nursing officer", "Chief medical officer", "Chief finance officer",
        "Chief operating officer", "Site chief executive, Northmere", "Site chief executive, Ashwick", "Director of strategy",
        "Digital and information director", "Company secretary", "Deputy chief executive",
    ];

    public static string PostId(int number) => $"post-{number:00}";

    public static Date Day(int year, int month, int day) => new DateOnly(year, month, day).ToDate();

    public static ExplainedNumber Days(string key, double? value, double lower = 0, double upper = 0)
    {
        var number = new ExplainedNumber
        {
            Key = key,
            Name = "Expected weighted days uncovered in the coming year",
            Unit = "days",
            Formula = "the chance that the post falls vacant, times the days until it is filled, times its weight",
            Source = "ISO/TS 30433:2021",
            Parts = { Chance() },
            Inputs =
            {
                new ExplainedInput { Name = "Time to fill", Value = "137 days", Source = "national figure", Date = Day(2017, 12, 1) },
                new ExplainedInput { Name = "When the first person named will be ready", Source = "nomination", Unknown = true },
            },
        };
        if (value is { } known)
            number.Value = known;
        if (upper > lower)
            (number.Lower, number.Upper) = (lower, upper);
        return number;
    }

    private static ExplainedNumber Chance() => new()
    {
        Key = "turnover",
        Name = "Turnover of posts like this",
        Value = 0.231,
        Unit = "probability",
        Formula = "one less the chance that nobody leaves in a year",
        Inputs = { new ExplainedInput { Name = "Median tenure", Value = "3 years", Source = "national rate" } },
    };
}
