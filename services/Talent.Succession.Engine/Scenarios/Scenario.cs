using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>A group after the changes of a scenario: what differs from the first day on, and what happens later.</summary>
/// <param name="Snapshot">The group on the first day.</param>
/// <param name="Changes">What is supposed on top of it.</param>
public sealed record AppliedScenario(GroupSnapshot Snapshot, Changes Changes);

/// <summary>One change that a scenario supposes. It checks itself when it is made, and against a group when it is applied.</summary>
public abstract record ScenarioChange
{
    private protected ScenarioChange()
    {
    }

    internal abstract AppliedScenario Apply(AppliedScenario group);
}

/// <summary>Changes of a group that are supposed together, in their order. It can be applied to any group that it fits.</summary>
public sealed class Scenario
{
    /// <summary>Takes the changes.</summary>
    /// <param name="changes">Applied one after the other; none leaves the group as it is.</param>
    /// <exception cref="ArgumentException">An entry is missing.</exception>
    public Scenario(params IEnumerable<ScenarioChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Changes = Array.AsReadOnly(changes.ToArray());
        if (Changes.Any(change => change is null))
            throw new ArgumentException("Leave out empty entries in the changes of a scenario.", nameof(changes));
    }

    /// <summary>The changes, in the order in which they are applied.</summary>
    public IReadOnlyList<ScenarioChange> Changes { get; }

    /// <summary>The group with these changes; the one given stays as it is.</summary>
    /// <param name="snapshot">The group as it is.</param>
    /// <exception cref="ArgumentException">A change does not fit the group; the sentence says what to do.</exception>
    public AppliedScenario Apply(GroupSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Changes.Aggregate(new AppliedScenario(snapshot, Simulation.Changes.None), (group, change) => change.Apply(group));
    }
}
