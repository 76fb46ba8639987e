using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>What changes in days uncovered, in words. What the trials cannot tell from nothing is said to be so.</summary>
public static class DifferenceWords
{
    private const string Weighted = "weighted days";

    /// <summary>For example "60 fewer weighted days (40 to 80)", or "no difference can be told"; "not known" when it is unset.</summary>
    /// <param name="more">Days with the changes less days without.</param>
    /// <param name="unit">The unit; days alone where all weights are equal.</param>
    public static string Say(SimulatedNumber? more, string unit = Weighted) => more switch
    {
        null => "not known",
        { Lower: 0, Upper: 0 } => "no difference",
        { Upper: < 0 } => $"{Numbers.Say(-more.Value, "fewer " + unit)}{Numbers.SaySpread(-more.Upper, -more.Lower, unit)}",
        { Lower: > 0 } => $"{Numbers.Say(more.Value, "more " + unit)}{Numbers.SaySpread(more.Lower, more.Upper, unit)}",
        _ => $"no difference can be told: {SaySide(more.Lower)} to {SaySide(more.Upper)}",
    };

    /// <summary>
    /// What an action would save, for example "would save 120 weighted days (80 to 160)"; one that nobody may say to help is said to be so.
    /// </summary>
    /// <param name="reduction">Days without the action less days with it.</param>
    /// <param name="unit">The unit; days alone where all weights are equal.</param>
    public static string SaySaving(SimulatedNumber? reduction, string unit = Weighted) => reduction switch
    {
        null => "not known",
        { Lower: 0, Upper: 0 } => "would change nothing",
        { Lower: > 0 } => $"would save {Numbers.Say(reduction, unit)}",
        { Upper: < 0 } =>
            $"would add {Numbers.Say(-reduction.Value, unit)}{Numbers.SaySpread(-reduction.Upper, -reduction.Lower, unit)}",
        _ => $"cannot be told from nothing: {SaySide(-reduction.Upper)} to {SaySide(-reduction.Lower)}",
    };

    private static string SaySide(double more) => more switch
    {
        < 0 => Numbers.Say(-more, "fewer"),
        > 0 => Numbers.Say(more, "more"),
        _ => "none",
    };
}
