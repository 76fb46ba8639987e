using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>Tells the reactions and the workers of this process that a projection has moved.</summary>
/// <typeparam name="TContext">Whose projection.</typeparam>
internal sealed class FollowerSignal<TContext> where TContext : ServiceContext
{
    private readonly Lock _gate = new();
    private Action<string> _listeners = _ => { };

    /// <summary>Says that events of a source were applied.</summary>
    public void Ring(string source) => _listeners(source);

    /// <summary>Calls back at every ring, on the follower's own time: the callback only notes it.</summary>
    public void Listen(Action<string> callback)
    {
        lock (_gate)
            _listeners += callback;
    }
}
