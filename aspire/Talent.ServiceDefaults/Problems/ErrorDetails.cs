using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>What is wrong with one field of a request.</summary>
/// <param name="Field">Path of the field as in the contract, for example <c>post.title</c>.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record FieldProblem(string Field, string Sentence);

/// <summary>A state of affairs that stands in the way.</summary>
/// <param name="Reason">Machine-readable, UPPER_SNAKE_CASE.</param>
/// <param name="Subject">Id of what is in the way; empty when it is what the call was about.</param>
/// <param name="Sentence">What is in the way, and what to do.</param>
public sealed record PreconditionProblem(string Reason, string Subject, string Sentence);

/// <summary>An error as a person and a machine can act on it.</summary>
/// <param name="Code">Status of the call.</param>
/// <param name="Sentence">One sentence for a person.</param>
/// <param name="Reason">Machine-readable reason; empty when the other side gave none.</param>
/// <param name="Fields">The fields that are wrong.</param>
/// <param name="Preconditions">What stands in the way.</param>
/// <param name="CorrelationId">Names the failure in the logs; empty when the other side gave none.</param>
public sealed record ErrorDetails(
    StatusCode Code,
    string Sentence,
    string Reason,
    IReadOnlyList<FieldProblem> Fields,
    IReadOnlyList<PreconditionProblem> Preconditions,
    string CorrelationId);
