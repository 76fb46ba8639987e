namespace Talent.Succession.Engine.Explanations;

/// <summary>Writes a calculation in words from the names of its parts.</summary>
internal static class Formulas
{
    public static string Describe(Operation operation, IReadOnlyList<Explained> parts)
    {
        // Parts that differ only in the post they are about read better counted than repeated.
        string Join(string by) => parts.Count == 0
            ? "nothing"
            : string.Join(by, parts.GroupBy(part => part.Name, StringComparer.Ordinal)
                .Select(same => same.Count() == 1 ? same.Key : $"{same.Key} ({same.Count()} parts)"));
        return operation switch
        {
            Operation.Given => "taken as recorded",
            Operation.Sum => Join(" + "),
            Operation.Difference => Join(" - "),
            Operation.PositiveDifference => $"{Join(" - ")}, never below 0",
            Operation.Product => Join(" x "),
            Operation.Ratio => Join(" / "),
            Operation.Maximum => $"the largest of: {Join("; ")}",
            Operation.SmallestKnown => $"the smallest known of: {Join("; ")}; what is unknown does not count, and widens the range",
            Operation.AnyHappens => $"1 - (1 - p) for each of: {Join("; ")}",
            Operation.HappensWithin => $"1 - exp(-({Join(" x ")}))",
            Operation.ShareOfTimeVacant => $"hT / (1 + hT) with h = {parts[0].Name}, T = {parts[1].Name}",
            Operation.ChainLength => $"1 / (1 - q) with q = {parts[0].Name}",
            Operation.SumOfReciprocals => $"sum of 1 / n over: {Join("; ")}",
            Operation.SumOfSquares => $"sum of the squares of: {Join("; ")}",
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation."),
        };
    }
}
