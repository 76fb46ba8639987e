using Talent.Messaging.Storage;

namespace Talent.Messaging.Commands;

/// <summary>Tells the relay and the workers of this process that a command was committed.</summary>
/// <typeparam name="TContext">Whose log has grown.</typeparam>
internal sealed class LogSignal<TContext> where TContext : ServiceContext
{
    /// <summary>The relay's bell.</summary>
    public Doorbell Relay { get; } = new();

    /// <summary>The workers' bell.</summary>
    public Doorbell Workers { get; } = new();

    /// <summary>Says that a command was committed.</summary>
    public void Ring()
    {
        Relay.Ring();
        Workers.Ring();
    }
}
