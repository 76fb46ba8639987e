using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Sensitivity;

/// <summary>What one unknown does to a figure.</summary>
/// <param name="Unknown">The unknown.</param>
/// <param name="AtLow">What the figure becomes with the unknown at its lower end and everything else as it is.</param>
/// <param name="AtHigh">The same at its upper end.</param>
/// <param name="Narrower">By how much the interval would be narrower if the unknown were known at what the trials take, in the unit of the
/// figure; 0 or more.</param>
public sealed record Effect(Unknown Unknown, double AtLow, double AtHigh, double Narrower);

/// <summary>What a figure of the trials comes to when one unknown is moved to its ends: differences from the figure as it is.</summary>
/// <param name="Unknown">The unknown.</param>
/// <param name="AtLow">The difference at its lower end.</param>
/// <param name="AtHigh">The difference at its upper end.</param>
public sealed record Shift(Unknown Unknown, double AtLow, double AtHigh);

/// <summary>
/// A figure with an 80 % interval that holds what is unknown besides the chance of the trials. With v the figure, t the end of the interval
/// of the trials on one side, and e(i) how far unknown i moves the figure to that side at either end of its range, the end of the
/// interval is v -+ sqrt((v - t)^2 + sum e(i)^2), each side on its own.
/// <para>
/// That is the propagation of independent uncertainties (JCGM 100:2008, 5.1.2, equation 10), written with 80 % half-widths in the place of
/// standard uncertainties, which holds where all have about the same shape. It supposes that the unknowns are independent of each other,
/// that their effects add, and that a figure moves one way from one end of a range to the other.
/// </para>
/// </summary>
/// <param name="OfTrials">The figure with the interval of the trials alone.</param>
/// <param name="Widened">The figure with the whole interval.</param>
/// <param name="Effects">What each unknown that moves the figure does, that which widens the interval most first.</param>
public sealed record RangedFigure(Estimate OfTrials, Estimate Widened, IReadOnlyList<Effect> Effects)
{
    /// <summary>Widens the interval of a figure.</summary>
    /// <param name="ofTrials">The figure with the interval of the trials alone.</param>
    /// <param name="shifts">What each unknown does; their order decides nothing but which of equal effects comes first.</param>
    /// <param name="least">The least that the figure can be.</param>
    /// <param name="most">The most that the figure can be; may be infinite.</param>
    /// <exception cref="ArgumentException">The figure is unknown, or lies outside of what it can be.</exception>
    public static RangedFigure Of(Estimate ofTrials, IEnumerable<Shift> shifts, double least, double most)
    {
        ArgumentNullException.ThrowIfNull(ofTrials);
        ArgumentNullException.ThrowIfNull(shifts);
        if (ofTrials.Value is not { } value)
            throw new ArgumentException("Give a figure of trials; this one is unknown.", nameof(ofTrials));
        if (value < least || value > most)
            throw new ArgumentException("Give a figure that lies within what it can be.", nameof(ofTrials));
        Shift[] moving = [.. shifts.Where(shift => shift.AtLow != 0 || shift.AtHigh != 0)];
        var below = SumOfSquares(moving.Select(Down).Append(value - ofTrials.Low));
        var above = SumOfSquares(moving.Select(Up).Append(ofTrials.High - value));
        return new RangedFigure(
            ofTrials,
            Estimate.Of(value, Math.Max(least, value - Math.Sqrt(below)), Math.Min(most, value + Math.Sqrt(above))),
            [
                .. moving.Select(shift => new Effect(
                        shift.Unknown, Math.Clamp(value + shift.AtLow, least, most), Math.Clamp(value + shift.AtHigh, least, most),
                        Without(below, Down(shift)) + Without(above, Up(shift))))
                    .OrderByDescending(effect => effect.Narrower),
            ]);
    }

    private static double Down(Shift shift) => Math.Max(0, -Math.Min(shift.AtLow, shift.AtHigh));

    private static double Up(Shift shift) => Math.Max(0, Math.Max(shift.AtLow, shift.AtHigh));

    // Smallest first: the sum is the same in whatever order they come.
    private static double SumOfSquares(IEnumerable<double> parts) => parts.Select(part => part * part).Order().Sum();

    private static double Without(double sum, double part) => Math.Sqrt(sum) - Math.Sqrt(Math.Max(0, sum - (part * part)));
}
