using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>A call that may have to be made more than once; what it reports is the last one's.</summary>
internal sealed class RepeatedCall<TResponse>(Func<AsyncUnaryCall<TResponse>> make) : IDisposable
{
    private readonly Lock _gate = new();
    private AsyncUnaryCall<TResponse>? _last;
    private bool _disposed;

    public AsyncUnaryCall<TResponse> Last => _last ?? throw new InvalidOperationException("The call has not been made yet.");

    public async Task<TResponse> MakeAsync()
    {
        AsyncUnaryCall<TResponse> call;
        lock (_gate)
        {
            if (_disposed)
                throw new RpcException(new Status(StatusCode.Cancelled, "The call was disposed."));
            _last?.Dispose();
            _last = call = make();
        }
        return await call.ResponseAsync;
    }

    // Headers count only from the call that answered.
    public async Task<Metadata> HeadersAsync(Task<TResponse> response)
    {
        await response.ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return await Last.ResponseHeadersAsync;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _last?.Dispose();
        }
    }
}
