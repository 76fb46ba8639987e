using System.Globalization;

namespace Talent.Benchmarks;

/// <summary>The middle of a sample and the half around it.</summary>
/// <param name="Lower">A quarter lies below.</param>
/// <param name="Median">Half lies below.</param>
/// <param name="Upper">A quarter lies above.</param>
public sealed record Quartiles(double Lower, double Median, double Upper)
{
    /// <summary>The quartiles of a sample, interpolated between its values.</summary>
    /// <param name="sample">At least one value.</param>
    public static Quartiles Of(IEnumerable<double> sample)
    {
        double[] sorted = [.. sample.Order()];
        return new(At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
        }
    }

    /// <summary>Median and quartiles in words.</summary>
    /// <param name="format">How a number is written.</param>
    public string Text(string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"median {Median.ToString(format, CultureInfo.InvariantCulture)}, quartiles " +
        $"{Lower.ToString(format, CultureInfo.InvariantCulture)} to {Upper.ToString(format, CultureInfo.InvariantCulture)}");
}
