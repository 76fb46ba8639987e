namespace Grpc.Core;

/// <summary>What a client starts its calls on: a channel, or interceptors before one.</summary>
public abstract class CallInvoker
{
    /// <summary>Makes a unary call and waits for its response on this thread.</summary>
    /// <typeparam name="TRequest">Type of a request.</typeparam>
    /// <typeparam name="TResponse">Type of a response.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">The authority to name instead of the channel's, or null.</param>
    /// <param name="options">Headers, deadline and token.</param>
    /// <param name="request">The request.</param>
    public abstract TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Starts a call with one request and one response.</summary>
    /// <typeparam name="TRequest">Type of a request.</typeparam>
    /// <typeparam name="TResponse">Type of a response.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">The authority to name instead of the channel's, or null.</param>
    /// <param name="options">Headers, deadline and token.</param>
    /// <param name="request">The request.</param>
    public abstract AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Starts a call with one request and a stream of responses.</summary>
    /// <typeparam name="TRequest">Type of a request.</typeparam>
    /// <typeparam name="TResponse">Type of a response.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">The authority to name instead of the channel's, or null.</param>
    /// <param name="options">Headers, deadline and token.</param>
    /// <param name="request">The request.</param>
    public abstract AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Starts a call with a stream of requests and one response.</summary>
    /// <typeparam name="TRequest">Type of a request.</typeparam>
    /// <typeparam name="TResponse">Type of a response.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">The authority to name instead of the channel's, or null.</param>
    /// <param name="options">Headers, deadline and token.</param>
    public abstract AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;

    /// <summary>Starts a call with a stream each way.</summary>
    /// <typeparam name="TRequest">Type of a request.</typeparam>
    /// <typeparam name="TResponse">Type of a response.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="host">The authority to name instead of the channel's, or null.</param>
    /// <param name="options">Headers, deadline and token.</param>
    public abstract AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;
}
