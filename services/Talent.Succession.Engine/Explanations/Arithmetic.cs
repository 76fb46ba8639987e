namespace Talent.Succession.Engine.Explanations;

/// <summary>Computes a number and its range from the parts.</summary>
internal static class Arithmetic
{
    public static Estimate Combine(Operation operation, IReadOnlyList<Estimate> parts)
    {
        Check(operation, parts);
        if (operation == Operation.SmallestKnown) return SmallestKnown(parts);
        var low = Evaluate(operation, [.. parts.Select((part, index) => Falls(operation, index) ? part.High : part.Low)]);
        var high = Evaluate(operation, [.. parts.Select((part, index) => Falls(operation, index) ? part.Low : part.High)]);
        return parts.Any(part => part.IsUnknown)
            ? Estimate.Unknown(low, high)
            : Enclosing(Evaluate(operation, [.. parts.Select(part => part.Value!.Value)]), low, high);
    }

    // Rounding may put a value one unit outside ends that are computed by the same formula.
    private static Estimate Enclosing(double value, double low, double high) =>
        Estimate.Of(value, Math.Min(low, value), Math.Max(high, value));

    private static Estimate SmallestKnown(IReadOnlyList<Estimate> parts)
    {
        Estimate[] known = [.. parts.Where(part => !part.IsUnknown)];
        var low = parts.Min(part => part.Low);
        return known.Length == 0
            ? Estimate.Unknown(low, parts.Max(part => part.High))
            : Estimate.Of(known.Min(part => part.Value!.Value), low, known.Min(part => part.High));
    }

    private static bool Falls(Operation operation, int index) => operation switch
    {
        Operation.Difference or Operation.PositiveDifference or Operation.Ratio => index > 0,
        Operation.SumOfReciprocals => true,
        _ => false,
    };

    private static double Evaluate(Operation operation, double[] parts) => operation switch
    {
        Operation.Sum => parts.Sum(),
        Operation.Difference => parts[0] - parts.Skip(1).Sum(),
        Operation.PositiveDifference => Math.Max(0, parts[0] - parts.Skip(1).Sum()),
        Operation.Product => parts.Aggregate(1.0, (product, part) => product * part),
        Operation.Ratio => parts[0] / parts[1],
        Operation.Maximum => parts.Max(),
        Operation.AnyHappens => 1 - parts.Aggregate(1.0, (none, part) => none * (1 - part)),
        Operation.HappensWithin => 1 - Math.Exp(-parts.Aggregate(1.0, (product, part) => product * part)),
        Operation.ShareOfTimeVacant => parts[0] * parts[1] / (1 + (parts[0] * parts[1])),
        Operation.ChainLength => 1 / (1 - parts[0]),
        Operation.SumOfReciprocals => parts.Sum(part => 1 / part),
        Operation.SumOfSquares => parts.Sum(part => part * part),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "A given number is not computed from parts."),
    };

    private static void Check(Operation operation, IReadOnlyList<Estimate> parts)
    {
        var (least, most) = operation switch
        {
            Operation.Sum or Operation.SumOfReciprocals or Operation.SumOfSquares or Operation.AnyHappens => (0, int.MaxValue),
            Operation.Ratio or Operation.ShareOfTimeVacant => (2, 2),
            Operation.ChainLength => (1, 1),
            _ => (1, int.MaxValue),
        };
        if (parts.Count < least || parts.Count > most)
            throw new ArgumentException($"{operation} does not take {parts.Count} parts.", nameof(parts));
        var signed = operation is Operation.Sum or Operation.Difference or Operation.PositiveDifference or Operation.Maximum
            or Operation.SmallestKnown;
        if (!signed && parts.Any(part => part.Low < 0))
            throw new ArgumentException($"{operation} takes only parts of 0 or more.", nameof(parts));
        var dividesBy = operation == Operation.Ratio ? [parts[1]] : operation == Operation.SumOfReciprocals ? parts : [];
        if (dividesBy.Any(part => part.Low <= 0))
            throw new ArgumentException($"{operation} cannot divide by a part that may be 0.", nameof(parts));
        if (operation == Operation.AnyHappens && parts.Any(part => part.High > 1))
            throw new ArgumentException($"{operation} takes probabilities, at most 1.", nameof(parts));
        if (operation == Operation.ChainLength && parts[0].High >= 1)
            throw new ArgumentException($"{operation} takes a probability below 1.", nameof(parts));
    }
}
