using Grpc.Core;

namespace Grpc.Net.ClientFactory;

/// <summary>The options of a call that is about to start.</summary>
public sealed class CallOptionsContext
{
    internal CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider) =>
        (CallOptions, ServiceProvider) = (callOptions, serviceProvider);

    /// <summary>The options, to be replaced.</summary>
    public CallOptions CallOptions { get; set; }

    /// <summary>The services of the client's scope.</summary>
    public IServiceProvider ServiceProvider { get; }
}
