using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Ties;

/// <summary>Computes a number once more by its own operations, as if some of its unknown inputs were known.</summary>
internal static class Recomputed
{
    /// <summary>The number with these unknown inputs at the middle of what they may be.</summary>
    public static Estimate With(Explained number, Func<Explained, bool> known) => number switch
    {
        { Operation: Operation.Given, Estimate: { IsUnknown: true, Low: var low, High: var high } } when known(number) =>
            Estimate.Exact((low + high) / 2),
        { Operation: Operation.Given } => number.Estimate,
        _ => Arithmetic.Combine(number.Operation, [.. number.Parts.Select(part => With(part, known))]),
    };
}
