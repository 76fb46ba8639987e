namespace Talent.Succession.Engine.Flows;

/// <summary>
/// A Markov chain that ends: transient states with the probabilities of moving between them, and absorbing states it ends in (Kemeny and
/// Snell, Finite Markov Chains, 1960). Whatever a row lacks to 1 is absorbed without a name.
/// </summary>
public sealed class AbsorbingChain
{
    private readonly IReadOnlyList<double>[] endings;
    private readonly Lazy<SquareMatrix> fundamental;

    /// <summary>Takes the chain.</summary>
    /// <param name="moves">Row i, column j: the probability of a step from transient state i to transient state j.</param>
    /// <param name="endings">Row i, column k: the probability of a step from transient state i to absorbing state k; rows of equal length,
    /// or null when absorbing states are not told apart.</param>
    /// <exception cref="ArgumentException">A probability is negative, the rows add up to more than 1, or their number or length is wrong.
    /// </exception>
    public AbsorbingChain(SquareMatrix moves, IEnumerable<IReadOnlyList<double>>? endings = null)
    {
        ArgumentNullException.ThrowIfNull(moves);
        IReadOnlyList<double>[] ends = endings is null
            ? [.. Enumerable.Range(0, moves.Size).Select(_ => Array.Empty<double>())]
            : [.. endings.Select(row => (IReadOnlyList<double>)[.. row])];
        if (ends.Length != moves.Size || ends.Any(row => row.Count != ends[0].Count))
            throw new ArgumentException($"Give {moves.Size} rows of endings, all of the same length.", nameof(endings));
        for (var state = 0; state < moves.Size; state++)
        {
            double[] row = [.. moves.Row(state), .. ends[state]];
            foreach (var part in row) Require.AtLeastZero(part, "a probability of a chain");
            if (row.Sum() > 1 + 1e-9)
                throw new ArgumentException($"Give probabilities that add up to at most 1 from state {state + 1}.", nameof(moves));
        }

        (Moves, this.endings) = (moves, ends);
        fundamental = new(moves.InverseOfIdentityLessThis);
    }

    /// <summary>The steps between transient states.</summary>
    public SquareMatrix Moves { get; }

    /// <summary>Number of absorbing states that are told apart.</summary>
    public int Endings => endings.Length == 0 ? 0 : endings[0].Count;

    /// <summary>Expected visits to transient state j from a start in i, the start counted: (1 - Q)^-1.</summary>
    /// <exception cref="InvalidOperationException">Some state is never left for good.</exception>
    public SquareMatrix Visits => fundamental.Value;

    /// <summary>Expected number of steps until the chain has ended, by transient state of start.</summary>
    /// <exception cref="InvalidOperationException">Some state is never left for good.</exception>
    public IReadOnlyList<double> Steps() => [.. Enumerable.Range(0, Moves.Size).Select(state => Visits.Row(state).Sum())];

    /// <summary>Variance of that number: (2 N - 1) t - t^2 with N the visits and t the expected steps.</summary>
    /// <exception cref="InvalidOperationException">Some state is never left for good.</exception>
    public IReadOnlyList<double> VarianceOfSteps()
    {
        var steps = Steps();
        return
        [
            .. Enumerable.Range(0, Moves.Size).Select(state =>
                (2 * Visits.Row(state).Zip(steps, (visits, more) => visits * more).Sum()) - steps[state] - (steps[state] * steps[state])),
        ];
    }

    /// <summary>Probability of ending in an absorbing state, by transient state of start: N R.</summary>
    /// <param name="ending">The absorbing state, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    /// <exception cref="InvalidOperationException">Some state is never left for good.</exception>
    public IReadOnlyList<double> EndsIn(int ending)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ending);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ending, Endings);
        return
        [
            .. Enumerable.Range(0, Moves.Size)
                .Select(state => Visits.Row(state).Zip(endings, (visits, ends) => visits * ends[ending]).Sum()),
        ];
    }
}
