using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Inputs;

/// <summary>A number of the reference data: never code, always with the text that says where it comes from.</summary>
public sealed record ReferenceNumber
{
    /// <summary>States a reference number.</summary>
    /// <param name="estimate">A known value of 0 or more, with its 80 % interval.</param>
    /// <param name="source">Publication, decision or assumption it comes from.</param>
    /// <param name="validFrom">First day it applies.</param>
    /// <exception cref="ArgumentException">The value is unknown or negative, or the source is blank.</exception>
    public ReferenceNumber(Estimate estimate, string source, DateOnly validFrom)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        if (estimate.IsUnknown) throw new ArgumentException("Give a value for reference data; it is unknown.", nameof(estimate));
        Require.AtLeastZero(estimate.Low, "reference data");
        Source = Require.Text(source, "the source of reference data");
        (Estimate, ValidFrom) = (estimate, validFrom);
    }

    /// <summary>The value with its interval.</summary>
    public Estimate Estimate { get; }

    /// <summary>Publication, decision or assumption it comes from.</summary>
    public string Source { get; }

    /// <summary>First day it applies.</summary>
    public DateOnly ValidFrom { get; }

    /// <summary>The value alone.</summary>
    public double Value => Estimate.Prudent;

    /// <summary>The number as a part of an explanation.</summary>
    public Explained Explain(string name, string unit) => Explained.Given(name, Estimate, unit, Source, ValidFrom);
}
