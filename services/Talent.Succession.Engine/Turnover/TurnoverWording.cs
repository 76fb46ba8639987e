using System.Globalization;
using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Turnover;

/// <summary>Says a turnover figure as a statement about posts, never about a holder.</summary>
public static class TurnoverWording
{
    private static readonly string[] Numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>"About one in four posts like this changes hands in a year (national rate), not a forecast about the holder."</summary>
    /// <param name="turnover">Probability of changing hands within a year.</param>
    public static string Of(Explained turnover)
    {
        ArgumentNullException.ThrowIfNull(turnover);
        return turnover.Estimate.Value switch
        {
            null => "How often posts like this change hands is not known; no national rate is recorded for them.",
            > 2.0 / 3 => "Most posts like this change hands within a year (national rate), not a forecast about the holder.",
            < 0.01 => "Fewer than one in a hundred posts like this change hands in a year (national rate), "
                + "not a forecast about the holder.",
            { } share => $"About one in {Word((int)Math.Round(1 / share, MidpointRounding.AwayFromZero))} posts like this "
                + "changes hands in a year (national rate), not a forecast about the holder.",
        };
    }

    private static string Word(int number) =>
        number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);
}
