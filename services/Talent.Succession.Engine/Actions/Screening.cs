namespace Talent.Succession.Engine.Actions;

/// <summary>A first look at candidates by fewer trials, where all trials of all of them would take too long.</summary>
/// <param name="Trials">So many trials for each candidate at first: the first ones of the simulation as it is; 1 or more.</param>
/// <param name="Kept">So many of the best are then simulated by all trials; 0 or more.</param>
public sealed record Screening(int Trials, int Kept);
