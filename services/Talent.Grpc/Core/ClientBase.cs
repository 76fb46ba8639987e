namespace Grpc.Core;

/// <summary>Base class of generated clients.</summary>
public abstract class ClientBase
{
    readonly ClientBaseConfiguration? configuration;

    /// <summary>A client without a channel, for test doubles.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client with a configuration of another one.</summary>
    /// <param name="configuration">The configuration.</param>
    protected ClientBase(ClientBaseConfiguration configuration) => this.configuration = configuration;

    /// <summary>A client on a channel.</summary>
    /// <param name="channel">The channel.</param>
    public ClientBase(ChannelBase channel)
        : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker())
    {
    }

    /// <summary>A client on a call invoker.</summary>
    /// <param name="callInvoker">What starts the calls.</param>
    public ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>What starts the calls.</summary>
    protected CallInvoker CallInvoker => Configuration.CreateDecoratedCallInvoker();

    private protected ClientBaseConfiguration Configuration => configuration ??
        throw new InvalidOperationException("The client has no channel: it was created as a test double.");

    /// <summary>What a client keeps when it is copied.</summary>
    protected internal class ClientBaseConfiguration
    {
        readonly string? host;

        internal ClientBaseConfiguration(CallInvoker undecoratedCallInvoker, string? host)
        {
            UndecoratedCallInvoker = undecoratedCallInvoker ?? throw new ArgumentNullException(nameof(undecoratedCallInvoker));
            this.host = host;
        }

        internal CallInvoker UndecoratedCallInvoker { get; }

        internal CallInvoker CreateDecoratedCallInvoker() =>
            host is null ? UndecoratedCallInvoker : new HostCallInvoker(UndecoratedCallInvoker, host);
    }
}

/// <summary>Base class of generated clients that can be copied.</summary>
/// <typeparam name="T">The generated client.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>A client without a channel, for test doubles.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client with a configuration of another one.</summary>
    /// <param name="configuration">The configuration.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>A client on a channel.</summary>
    /// <param name="channel">The channel.</param>
    public ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <summary>A client on a call invoker.</summary>
    /// <param name="callInvoker">What starts the calls.</param>
    public ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>A copy of the client that names another authority.</summary>
    /// <param name="host">The authority.</param>
    public T WithHost(string host) => NewInstance(new ClientBaseConfiguration(Configuration.UndecoratedCallInvoker, host));

    /// <summary>Makes the copy; generated.</summary>
    /// <param name="configuration">The configuration of the copy.</param>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
