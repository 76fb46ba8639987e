using Talent.Messaging.Storage;

namespace Talent.Messaging.Commands;

/// <summary>Tells the relay and the workers of this process that a command was committed.</summary>
/// <typeparam name="TContext">Whose log has grown.</typeparam>
internal sealed class LogSignal<TContext> where TContext : ServiceContext
{
    private readonly Lock _gate = new();
    private volatile Doorbell[] _workers = [];

    /// <summary>The relay's bell.</summary>
    public Doorbell Relay { get; } = new();

    /// <summary>
    /// A bell for one more worker. Each has its own: whoever answers a bell silences it, also for another who has looked for work already
    /// and does not wait yet.
    /// </summary>
    public Doorbell AddWorker()
    {
        var bell = new Doorbell();
        lock (_gate)
            _workers = [.. _workers, bell];
        return bell;
    }

    /// <summary>Says that a command was committed.</summary>
    public void Ring()
    {
        Relay.Ring();
        RingWorkers();
    }

    /// <summary>Says that there may be work.</summary>
    public void RingWorkers()
    {
        foreach (var bell in _workers)
            bell.Ring();
    }
}
