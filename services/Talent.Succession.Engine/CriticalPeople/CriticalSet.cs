using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.CriticalPeople;

/// <summary>People whose leaving together would hurt, while no fewer of them would.</summary>
/// <param name="People">Up to three people, in the order of identifiers.</param>
/// <param name="Uncovered">Posts that would then have nobody, and have somebody now, in the order of identifiers.</param>
/// <param name="ShareOfWeight">The weight of those posts as a part of the weight of all posts, 0 to 1.</param>
public sealed record CriticalSet(IReadOnlyList<PersonId> People, IReadOnlyList<PostId> Uncovered, double ShareOfWeight);
