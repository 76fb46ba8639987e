using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Calibration;

/// <summary>A figure as it was published and as the model gives it.</summary>
/// <param name="Name">What it is, in words for the screen.</param>
/// <param name="Unit">Unit in words: share, a year, years.</param>
/// <param name="Published">What was published.</param>
/// <param name="Model">What the model gives; only a range where it is not known what exactly was published.</param>
/// <param name="How">How the model gives it, in one sentence.</param>
/// <param name="Inputs">The reference data it rests on.</param>
public sealed record CalibratedFigure(
    string Name, string Unit, PublishedFigure Published, Estimate Model, string How, IReadOnlyList<Explained> Inputs)
{
    /// <summary>The model less what was published; only a range where the model gives only a range.</summary>
    public Estimate Difference => Model.Value is { } value
        ? Estimate.Exact(value - Published.Number.Value)
        : Estimate.Unknown(Model.Low - Published.Number.Value, Model.High - Published.Number.Value);

    /// <summary>
    /// Whether the model lies within the published range and its tolerance; where the model gives only a range, whether the two have
    /// anything in common.
    /// </summary>
    public bool Fits
    {
        get
        {
            var (published, tolerance) = (Published.Number.Estimate, Published.Tolerance);
            var (low, high) = Model.Value is { } value ? (value, value) : (Model.Low, Model.High);
            return high >= published.Low - tolerance && low <= published.High + tolerance;
        }
    }
}
