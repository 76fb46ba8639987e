namespace Talent.Succession.Engine.Explanations;

/// <summary>How a number follows from its parts. Each is monotone in each part, so the ends of its range follow from theirs.</summary>
public enum Operation
{
    /// <summary>Taken from a record or from reference data; it has no parts.</summary>
    Given,

    /// <summary>All parts added; 0 without parts.</summary>
    Sum,

    /// <summary>First part less all others.</summary>
    Difference,

    /// <summary>First part less all others, never below 0.</summary>
    PositiveDifference,

    /// <summary>All parts multiplied; every part is 0 or more.</summary>
    Product,

    /// <summary>First part divided by the second; both are 0 or more, the second above 0.</summary>
    Ratio,

    /// <summary>The largest part.</summary>
    Maximum,

    /// <summary>The smallest part whose value is known. Unknown parts only lower the lower end.</summary>
    SmallestKnown,

    /// <summary>Probability that at least one part happens, the parts being independent: 1 - (1 - p1)(1 - p2)...</summary>
    AnyHappens,

    /// <summary>Probability of an event within a number of years at a constant rate: 1 - exp(-rate x years).</summary>
    HappensWithin,

    /// <summary>Share of time vacant hT / (1 + hT): first part h a year, second T in years.</summary>
    ShareOfTimeVacant,

    /// <summary>1 / (1 - q): moves set off by one vacancy when each is filled from inside with probability q below 1.</summary>
    ChainLength,

    /// <summary>Sum of 1 / part; every part is above 0.</summary>
    SumOfReciprocals,

    /// <summary>Sum of the squares of the parts.</summary>
    SumOfSquares,
}
