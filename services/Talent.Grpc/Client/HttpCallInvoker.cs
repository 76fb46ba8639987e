using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Starts calls on a channel.</summary>
sealed class HttpCallInvoker(GrpcChannel channel) : CallInvoker
{
    static readonly Func<object, Task<Metadata>> Headers = call => ((ClientCall)call).ResponseHeaders();
    static readonly Func<object, Status> StatusOf = call => ((ClientCall)call).FinalStatus;
    static readonly Func<object, Metadata> Trailers = call => ((ClientCall)call).FinalTrailers;
    static readonly Action<object> End = call => ((ClientCall)call).Dispose();

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = Start(method, host, options, request);
        return new(call.ReadSingle(), Headers, StatusOf, Trailers, End, call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = Start(method, host, options, request);
        return new(call, Headers, StatusOf, Trailers, End, call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = Start(method, host, options, request: null);
        return new(call, call.ReadSingle(), Headers, StatusOf, Trailers, End, call);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = Start(method, host, options, request: null);
        return new(call, call, Headers, StatusOf, Trailers, End, call);
    }

    ClientCall<TRequest, TResponse> Start<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest? request)
        where TRequest : class
        where TResponse : class
    {
        ObjectDisposedException.ThrowIf(channel.Closing.IsCancellationRequested, channel);
        var call = new ClientCall<TRequest, TResponse>(channel, method, options, request);
        call.Send(method, host);
        return call;
    }
}
