using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>A person who takes part in a programme and, on completing it, is ready for all posts of a family they are named for.</summary>
public sealed record ProgrammePlace
{
    /// <summary>States a place.</summary>
    /// <param name="person">Who takes part.</param>
    /// <param name="family">The posts it prepares for.</param>
    /// <param name="readyBy">The day from which those who complete it are ready.</param>
    /// <param name="completes">Probability of completing it, 0 to 1. Who does not is as ready as before.</param>
    /// <exception cref="ArgumentException">The probability lies outside 0 to 1.</exception>
    public ProgrammePlace(PersonId person, FamilyKey family, DateOnly readyBy, double completes)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(family);
        (Person, Family, ReadyBy) = (person, family, readyBy);
        Completes = Require.Between(completes, 0, 1, "the share that completes a programme");
    }

    /// <summary>Who takes part.</summary>
    public PersonId Person { get; }

    /// <summary>The posts it prepares for.</summary>
    public FamilyKey Family { get; }

    /// <summary>The day from which those who complete it are ready.</summary>
    public DateOnly ReadyBy { get; }

    /// <summary>Probability of completing it, 0 to 1.</summary>
    public double Completes { get; }
}
