using Talent.Succession.V1;

namespace Talent.Portal.Doubles;

/// <summary>The invented calibration: one figure that fits, one that does not, and one of which the model gives only a range.</summary>
public static class InventedCalibration
{
    public static GetCalibrationResponse Make() => new()
    {
        Figures =
        {
            Figure("Trusts with one chief executive within 5 years", 0.213, 0.193, tolerance: 0.03, fits: true),
            new CalibratedFigure
            {
                Published = Number("Median years of a chief executive in post", "years", 3),
                Model = Number("Median years of a chief executive in post", "years", null, 2.47, 3.96),
                Difference = Number("Median years of a chief executive in post", "years", null, -0.53, 0.96),
                Fits = true,
            },
        },
        WithConstantTurnover =
        {
            Figure("Trusts with two chief executives within 5 years", 0.5, 0.329, tolerance: 0.03, fits: false),
        },
    };

    private static CalibratedFigure Figure(string name, double published, double model, double tolerance, bool fits) => new()
    {
        Published = Number(name, "share", published),
        Model = Number(name, "share", model),
        Difference = Number(name, "share", model - published),
        Tolerance = tolerance,
        Fits = fits,
    };

    private static ExplainedNumber Number(string name, string unit, double? value, double lower = 0, double upper = 0)
    {
        var number = new ExplainedNumber
        {
            Key = "calibration",
            Name = name,
            Unit = unit,
            Formula = "taken as recorded",
            Source = "counted in 108 acute trusts",
            Inputs = { new ExplainedInput { Name = "Exits a year", Value = "0.27 a year", Source = "five independent sources" } },
        };
        if (value is { } known)
            number.Value = known;
        if (lower < upper)
            (number.Lower, number.Upper) = (lower, upper);
        return number;
    }
}
