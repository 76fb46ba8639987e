namespace Talent.Demonstration;

/// <summary>What decides the demonstration data, completely.</summary>
/// <param name="Size">How much of it there is.</param>
/// <param name="Seed">The seed of everything drawn by lot.</param>
/// <param name="AsOf">The day it describes: tenures and terms are counted back from it.</param>
public sealed record DemonstrationSettings(DemonstrationSize Size, ulong Seed, DateOnly AsOf);
