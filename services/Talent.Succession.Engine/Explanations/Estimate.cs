namespace Talent.Succession.Engine.Explanations;

/// <summary>
/// A number with the range it may lie in. Where the number is unknown only the range is given; it is never replaced by an average.
/// </summary>
public sealed record Estimate
{
    private Estimate(double? value, double low, double high)
    {
        Require.Finite(low, "the lower end of an estimate");
        Require.Finite(high, "the upper end of an estimate");
        if (low > high) throw new ArgumentException("The lower end of an estimate must not be above its upper end.", nameof(low));
        if (value is { } number && !(number >= low && number <= high))
            throw new ArgumentException("The value of an estimate must lie between its ends.", nameof(value));
        (Value, Low, High) = (value, low, high);
    }

    /// <summary>The number, or null when it is unknown.</summary>
    public double? Value { get; }

    /// <summary>Lower end of the 80 % interval, or of what is possible when the value is unknown.</summary>
    public double Low { get; }

    /// <summary>Upper end of the 80 % interval, or of what is possible when the value is unknown.</summary>
    public double High { get; }

    /// <summary>True when only the range is known.</summary>
    public bool IsUnknown => Value is null;

    /// <summary>What to sort by: the value, or the worst it may be when it is unknown, so that unknown is never safe.</summary>
    public double Prudent => Value ?? High;

    /// <summary>A number that is exact.</summary>
    public static Estimate Exact(double value) => new(value, value, value);

    /// <summary>A number with its range.</summary>
    /// <exception cref="ArgumentException">The ends are not finite, or do not enclose the value.</exception>
    public static Estimate Of(double value, double low, double high) => new(value, low, high);

    /// <summary>A number that is not known, only its range.</summary>
    /// <exception cref="ArgumentException">The ends are not finite or in the wrong order.</exception>
    public static Estimate Unknown(double low, double high) => new(null, low, high);

    /// <summary>True when the two ranges share no number, so that their order is certain.</summary>
    public bool SeparatesFrom(Estimate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return High < other.Low || other.High < Low;
    }
}
