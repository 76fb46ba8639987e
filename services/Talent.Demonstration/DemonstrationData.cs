using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Demonstration;

/// <summary>Everything the generator invents. Equal settings give equal data, byte by byte.</summary>
/// <param name="AsOf">The day it describes.</param>
/// <param name="Organisations">Integrated care boards, trusts and their sites; parents before their parts.</param>
/// <param name="Groups">The groups, the director's first.</param>
public sealed record DemonstrationData(DateOnly AsOf, IReadOnlyList<Organisation> Organisations, IReadOnlyList<DemonstrationGroup> Groups);

/// <summary>What the generator invents for one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="People">Everybody with a record in the group.</param>
/// <param name="Statements">Readiness statements about these people.</param>
/// <param name="Choices">Sharing choices of these people.</param>
/// <param name="Posts">Posts with their appointments; deputies before the posts they stand in for.</param>
/// <param name="Nominations">Nominations for these posts.</param>
/// <param name="Credentials">What is recorded of the registrations and qualifications of those named.</param>
public sealed record DemonstrationGroup(
    Group Group,
    IReadOnlyList<Person> People,
    IReadOnlyList<ReadinessStatement> Statements,
    IReadOnlyList<SharingChoice> Choices,
    IReadOnlyList<Post> Posts,
    IReadOnlyList<Nomination> Nominations,
    IReadOnlyList<Credential> Credentials);
