using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>Probabilities as people say them.</summary>
public static class Chances
{
    private const double Least = 0.035;

    private static readonly (double Share, string Words)[] Known =
    [
        (1.0 / 20, "about one in twenty"), (1.0 / 10, "about one in ten"), (1.0 / 5, "about one in five"), (1.0 / 4, "about one in four"),
        (1.0 / 3, "about one in three"), (2.0 / 5, "about two in five"), (1.0 / 2, "about one in two"), (3.0 / 5, "about three in five"),
        (2.0 / 3, "about two in three"), (3.0 / 4, "about three in four"), (4.0 / 5, "about four in five"), (9.0 / 10, "about nine in ten"),
        (19.0 / 20, "about nineteen in twenty"),
    ];

    /// <summary>For example "about one in four": the nearest of the fractions that are easy to say.</summary>
    /// <param name="probability">From 0 to 1.</param>
    public static string Say(double probability) => probability switch
    {
        < Least => "fewer than one in twenty",
        > 1 - Least => "more than nineteen in twenty",
        _ => Known.MinBy(each => Math.Abs(each.Share - probability)).Words,
    };

    /// <summary>For example "about one in four: 24.1% (22% to 26.2%)"; "not known" when it is unset.</summary>
    public static string Say(SimulatedNumber? probability) =>
        probability is null ? "not known" : $"{Say(probability.Value)}: {Numbers.Say(probability, "probability")}";
}
