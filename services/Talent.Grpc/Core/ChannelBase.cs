namespace Grpc.Core;

/// <summary>A way to one server.</summary>
/// <param name="target">Name of the server, as it was given.</param>
public abstract class ChannelBase(string target)
{
    /// <summary>Name of the server.</summary>
    public string Target { get; } = target ?? throw new ArgumentNullException(nameof(target));

    /// <summary>What clients start their calls on.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends the channel and the calls that are under way.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Ends the channel; does nothing unless overridden.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
