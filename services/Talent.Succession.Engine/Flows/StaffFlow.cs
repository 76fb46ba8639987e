namespace Talent.Succession.Engine.Flows;

/// <summary>Numbers of people by level, and how they move from year to year; what a row lacks to 1 leaves.</summary>
public sealed class StaffFlow
{
    private readonly SquareMatrix moves;

    /// <summary>Takes the yearly moves.</summary>
    /// <param name="moves">Row i, column j: the part of level i that is at level j a year later. Rows add up to at most 1.</param>
    /// <exception cref="ArgumentException">A part is negative or a row adds up to more than 1.</exception>
    public StaffFlow(SquareMatrix moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        for (var row = 0; row < moves.Size; row++)
        {
            if (moves.Row(row).Any(part => part < 0) || moves.Row(row).Sum() > 1 + 1e-9)
                throw new ArgumentException($"Give parts of 0 or more that add up to at most 1 in row {row + 1}.", nameof(moves));
        }

        this.moves = moves;
    }

    /// <summary>Expected numbers a year later.</summary>
    /// <param name="staff">Numbers by level now.</param>
    /// <exception cref="ArgumentException">There is not one number for each level.</exception>
    public IReadOnlyList<double> Next(IReadOnlyList<double> staff)
    {
        RequireLevels(staff);
        var levels = Enumerable.Range(0, moves.Size);
        return [.. levels.Select(to => levels.Sum(from => staff[from] * moves[from, to]))];
    }

    /// <summary>Expected number who leave within the year.</summary>
    /// <param name="staff">Numbers by level now.</param>
    /// <exception cref="ArgumentException">There is not one number for each level.</exception>
    public double Exits(IReadOnlyList<double> staff)
    {
        RequireLevels(staff);
        return Enumerable.Range(0, moves.Size).Sum(from => staff[from] * (1 - moves.Row(from).Sum()));
    }

    /// <summary>
    /// Expected years at each level before leaving, by level of start: the fundamental matrix (1 - Q)^-1 of an absorbing chain
    /// (Kemeny and Snell 1960).
    /// </summary>
    /// <exception cref="InvalidOperationException">Somewhere nobody ever leaves.</exception>
    public SquareMatrix FundamentalMatrix() => moves.InverseOfIdentityLessThis();

    private void RequireLevels(IReadOnlyList<double> staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        if (staff.Count != moves.Size) throw new ArgumentException($"Give one number for each of {moves.Size} levels.", nameof(staff));
    }
}
