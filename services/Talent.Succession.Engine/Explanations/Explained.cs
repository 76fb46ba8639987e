using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Explanations;

/// <summary>
/// A number that opens into its parts. Leaves are facts with source and date; every other number is computed from its parts by one
/// <see cref="Operation"/>, here and nowhere else, so what is shown is what was calculated.
/// </summary>
public sealed class Explained
{
    private Explained(
        string name, Estimate estimate, string unit, Operation operation, string? source, DateOnly? date, string? toRecord,
        IReadOnlyList<Explained> parts, PostId? about = null)
    {
        About = about;
        Name = Require.Text(name, "the name of a number");
        Unit = Require.Text(unit, "the unit of a number");
        (Estimate, Operation, Source, Date, ToRecord, Parts) = (estimate, operation, source, date, toRecord, parts);
    }

    /// <summary>What the number is, in words for the screen.</summary>
    public string Name { get; }

    /// <summary>The post the number is about, where several posts are parts of one number; null otherwise.</summary>
    public PostId? About { get; }

    /// <summary>The value, or unknown, with its range.</summary>
    public Estimate Estimate { get; }

    /// <summary>Unit in words: days, weighted days, posts, probability, a year.</summary>
    public string Unit { get; }

    /// <summary>How it follows from the parts.</summary>
    public Operation Operation { get; }

    /// <summary>Where a given number comes from, or the published name of a measure; null when the parts say it all.</summary>
    public string? Source { get; }

    /// <summary>The day a given number describes or was recorded; null when there is none.</summary>
    public DateOnly? Date { get; }

    /// <summary>For an unknown given number: what to record so that it becomes known.</summary>
    public string? ToRecord { get; }

    /// <summary>The numbers it was computed from; empty for a given number.</summary>
    public IReadOnlyList<Explained> Parts { get; }

    /// <summary>The calculation in words, made from the names of the parts.</summary>
    public string Formula => Formulas.Describe(Operation, Parts);

    /// <summary>A number from a record or from reference data.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="estimate">The number.</param>
    /// <param name="unit">Unit in words.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="date">The day it describes or was recorded, if any.</param>
    /// <exception cref="ArgumentException">The estimate is unknown: use <see cref="Missing"/>.</exception>
    public static Explained Given(string name, Estimate estimate, string unit, string source, DateOnly? date = null)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        if (estimate.IsUnknown) throw new ArgumentException($"Say what to record for '{name}': its value is unknown.", nameof(estimate));
        return new Explained(name, estimate, unit, Operation.Given, Require.Text(source, "the source of a number"), date, null, []);
    }

    /// <summary>A whole number counted on the day of the snapshot.</summary>
    public static Explained Counted(string name, int count, string unit, DateOnly date) =>
        Given(name, Estimate.Exact(count), unit, "counted in the register", date);

    /// <summary>A number nobody has recorded.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="low">The least it can be.</param>
    /// <param name="high">The most it can be.</param>
    /// <param name="unit">Unit in words.</param>
    /// <param name="toRecord">What somebody would record to make it known.</param>
    public static Explained Missing(string name, double low, double high, string unit, string toRecord) => new(
        name, Estimate.Unknown(low, high), unit, Operation.Given, null, null, Require.Text(toRecord, "what to record"), []);

    /// <summary>A number computed from others.</summary>
    /// <exception cref="ArgumentException">The parts do not suit the operation.</exception>
    public static Explained From(string name, string unit, Operation operation, IEnumerable<Explained> parts, string? source = null)
    {
        Explained[] list = [.. parts];
        return new Explained(
            name, Arithmetic.Combine(operation, [.. list.Select(part => part.Estimate)]), unit, operation, source, null, null,
            Array.AsReadOnly(list));
    }

    /// <summary>A number computed from others.</summary>
    /// <exception cref="ArgumentException">The parts do not suit the operation.</exception>
    public static Explained From(string name, string unit, Operation operation, params Explained[] parts) =>
        From(name, unit, operation, parts, source: null);

    /// <summary>The same number, marked as being about a post.</summary>
    public Explained For(PostId post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new Explained(Name, Estimate, Unit, Operation, Source, Date, ToRecord, Parts, post);
    }

    /// <summary>This number and all it rests on, from the root to the leaves.</summary>
    public IEnumerable<Explained> Walk() => Parts.SelectMany(part => part.Walk()).Prepend(this);

    /// <summary>The facts it rests on, with their sources and dates.</summary>
    public IEnumerable<Explained> Inputs() => Walk().Where(part => part.Operation == Operation.Given);

    /// <summary>The facts that nobody has recorded.</summary>
    public IEnumerable<Explained> UnknownInputs() => Inputs().Where(part => part.Estimate.IsUnknown);
}
