using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>What is held and falls vacant in one piece in the trials: a post, or the part of a shared post that serves one board.</summary>
/// <param name="Post">The post.</param>
/// <param name="Board">The board whose part it is; null for the post itself, less such parts.</param>
/// <param name="Serves">The organisations it serves.</param>
/// <param name="Share">Its part of the weight of the post, 0 to 1; those of a post add up to 1.</param>
internal sealed record PlayedSeat(Post Post, OrganisationId? Board, IReadOnlyList<OrganisationId> Serves, double Share);
