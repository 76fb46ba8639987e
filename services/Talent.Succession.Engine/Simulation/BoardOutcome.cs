using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>What the trials say of one board of a shared post whose holder is known to leave it and go on elsewhere.</summary>
/// <param name="Board">The board.</param>
/// <param name="LeftAlone">By year, from the first: probability that the holder has left this board alone by the end of it.</param>
/// <param name="UncoveredDays">Expected days on which nobody holds the post on this board, with it or with the whole post, less what
/// interim cover takes away.</param>
public sealed record BoardOutcome(OrganisationId Board, IReadOnlyList<Estimate> LeftAlone, Estimate UncoveredDays);
