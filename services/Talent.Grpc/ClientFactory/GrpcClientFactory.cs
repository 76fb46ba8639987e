namespace Grpc.Net.ClientFactory;

/// <summary>Makes the clients that were registered with a name.</summary>
public abstract class GrpcClientFactory
{
    /// <summary>Makes a client.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="name">The name it was registered with.</param>
    /// <exception cref="InvalidOperationException">The client has no address, or needs TLS for its credentials.</exception>
    public abstract TClient CreateClient<TClient>(string name)
        where TClient : class;
}
