namespace Talent.Benchmarks;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Operation">Does it once.</param>
public sealed record Side(string Name, Func<Task> Operation);
