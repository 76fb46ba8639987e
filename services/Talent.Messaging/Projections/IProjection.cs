using Talent.Events.V1;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>
/// What a service makes of another service's events: a pure function of the events of its source so far, whatever happens in other
/// sources. It writes tables of its own that nothing else writes, keeps references to what is not known yet, and passes over types it
/// does not use. It may run in any replica and run again from the beginning.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public interface IProjection<in TContext> where TContext : ServiceContext
{
    /// <summary>The service whose events it follows: <c>roles</c>, <c>development</c> or <c>succession</c>.</summary>
    string Source { get; }

    /// <summary>
    /// Whether what the context tracks is saved once for a batch of events instead of after each. Only for a projection that reads what it
    /// changes with <c>FindAsync</c> or not at all, because a query does not see what earlier events of the batch have not saved yet.
    /// </summary>
    bool SavesOncePerBatch => false;

    /// <summary>Applies one event, in the transaction that moves the checkpoint. What the context tracks is saved afterwards.</summary>
    /// <remarks>Throwing stalls the projection at this event until it can be applied or an operator skips it.</remarks>
    Task ApplyAsync(TContext context, Event happened, CancellationToken cancellation);

    /// <summary>Empties the tables of this projection, before it is rebuilt from the first event.</summary>
    Task ClearAsync(TContext context, CancellationToken cancellation);
}
