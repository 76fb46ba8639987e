using Talent.Messaging.Commands;

namespace Talent.Messaging.Projections;

/// <summary>
/// What an operator sees of the projections and reactions of one service, and may do about them. What is done is recorded.
/// </summary>
public interface IProjectionOperations
{
    /// <summary>The service that reads.</summary>
    string Service { get; }

    /// <summary>The state of every reader, the same in every replica.</summary>
    Task<IReadOnlyList<ProjectionStatus>> GetStatusAsync(CancellationToken cancellation);

    /// <summary>Passes over the event at which a reader is stalled, now and in every rebuild.</summary>
    /// <param name="command">Who asks.</param>
    /// <param name="source">As <see cref="ProjectionStatus.Source"/> names it.</param>
    /// <param name="position">The position that the operator saw.</param>
    /// <param name="reason">Why, about the event and never about a person; at most 500 characters.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The reader; it goes on within seconds.</returns>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT: there is no reason, or a long one. NOT_FOUND: there is no such reader. FAILED_PRECONDITION: it is not stalled
    /// there (any more), and nothing was recorded.
    /// </exception>
    Task<ProjectionStatus> SkipAsync(
        CommandContext command, string source, long position, string reason, CancellationToken cancellation);

    /// <summary>Rebuilds the projections of a source from its first event. Reactions do not run again.</summary>
    /// <param name="command">Who asks.</param>
    /// <param name="source">As <see cref="ProjectionStatus.Source"/> names it; not of reactions.</param>
    /// <param name="reason">Why, never about a person; at most 500 characters.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The reader; it begins within seconds.</returns>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT: there is no reason, or a long one. NOT_FOUND: there is no such reader. FAILED_PRECONDITION: it reads for
    /// reactions.
    /// </exception>
    Task<ProjectionStatus> RebuildAsync(CommandContext command, string source, string reason, CancellationToken cancellation);
}

/// <summary>Why an operator's decision is refused, machine-readable.</summary>
public static class ProjectionReasons
{
    /// <summary>The reader is not stalled at the position.</summary>
    public const string NotStalled = "NOT_STALLED";

    /// <summary>Reactions would run a second time.</summary>
    public const string ReactionsRunOnce = "REACTIONS_RUN_ONCE";

    /// <summary>The address does not offer the service that was named.</summary>
    public const string UnknownService = "UNKNOWN_SERVICE";
}
