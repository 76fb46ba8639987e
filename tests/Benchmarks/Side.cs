namespace Talent.Benchmarks;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Operation">Does it once.</param>
/// <param name="Finish">Waits until everything that was done has taken its full effect; the round lasts until then.</param>
public sealed record Side(string Name, Func<Task> Operation, Func<Task>? Finish = null);
