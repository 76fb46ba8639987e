using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>How far a figure lies from what was published, in words.</summary>
public static class CalibrationWords
{
    /// <summary>For example "1.3 points more", "0.03 a year less", or "not known: 0.53 years less to 0.96 years more".</summary>
    public static string SayDifference(ExplainedNumber difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return difference.HasValue
            ? Side(difference.Value, difference.Unit)
            : $"not known: {Side(difference.Lower, difference.Unit)} to {Side(difference.Upper, difference.Unit)}";
    }

    /// <summary>What counts as a fit, for example "fits within 3 points".</summary>
    public static string SayTolerance(CalibratedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure switch
        {
            { Tolerance: > 0 } => $"fits within {Size(figure.Tolerance, figure.Published.Unit)}",
            { Model.HasValue: false } => "fits where what was published lies between the ends",
            _ => "fits where it lies within what the sources say",
        };
    }

    private static string Side(double more, string unit)
    {
        var size = Size(Math.Abs(more), unit);
        return size == Size(0, unit) ? "none" : $"{size} {(more > 0 ? "more" : "less")}";
    }

    // A difference of shares is one of points: 1% more would be read as a part of the share.
    private static string Size(double size, string unit) => unit == "share" ? Numbers.Say(size * 100, "points") : Numbers.Say(size, unit);
}
