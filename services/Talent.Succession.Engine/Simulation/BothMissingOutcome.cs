using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// How often an organisation has neither a chair nor a chief executive in post. Interim cover is not succession, so it changes nothing
/// here. Where several posts of one family serve an organisation, that role is missing when all of them are vacant.
/// </summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Posts">The posts of both families that serve it, in the order of identifiers.</param>
/// <param name="Happens">Probability that both are missing on the same day, on one day at least of the years looked ahead; unknown where
/// no post of one of the families is known. The interval is that of the trials, at 80 %.</param>
/// <param name="Days">Expected days on which both are missing; unknown in the same case.</param>
public sealed record BothMissingOutcome(OrganisationId Organisation, IReadOnlyList<PostId> Posts, Estimate Happens, Estimate Days);
