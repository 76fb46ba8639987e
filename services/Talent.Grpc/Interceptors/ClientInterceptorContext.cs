namespace Grpc.Core.Interceptors;

/// <summary>The call a client interceptor sees.</summary>
/// <typeparam name="TRequest">Type of a request.</typeparam>
/// <typeparam name="TResponse">Type of a response.</typeparam>
/// <param name="method">The method.</param>
/// <param name="host">The authority to name instead of the channel's, or null.</param>
/// <param name="options">Headers, deadline and token.</param>
public struct ClientInterceptorContext<TRequest, TResponse>(
    Method<TRequest, TResponse> method, string? host, CallOptions options)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The method.</summary>
    public Method<TRequest, TResponse> Method { get; } = method;

    /// <summary>The authority to name instead of the channel's, or null.</summary>
    public string? Host { get; } = host;

    /// <summary>Headers, deadline and token.</summary>
    public CallOptions Options { get; } = options;
}
