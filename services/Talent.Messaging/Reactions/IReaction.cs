using Talent.Events.V1;
using Talent.Messaging.Commands;

namespace Talent.Messaging.Reactions;

/// <summary>
/// A rule that answers an event with commands of this service. It never runs during a rebuild; it may run twice for an event, and the
/// request id (event id and rule) makes the second time change nothing.
/// </summary>
public interface IReaction
{
    /// <summary>The service whose events it answers.</summary>
    string Source { get; }

    /// <summary>Name of the rule, part of the request id: never rename it.</summary>
    string Rule { get; }

    /// <summary>Answers the event, after this service's projections have applied it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="command">To run commands with: principal, method, request id and correlation are set.</param>
    /// <param name="cancellation">Gives up; the event comes again.</param>
    Task ReactAsync(Event happened, CommandContext command, CancellationToken cancellation);
}
