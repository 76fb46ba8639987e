namespace Grpc.Net.ClientFactory;

/// <summary>How long an interceptor of a client lives.</summary>
public enum InterceptorScope
{
    /// <summary>As long as the channel: one for all clients of a name.</summary>
    Channel,

    /// <summary>As long as one client, made from the services of its scope.</summary>
    Client,
}
