using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>
/// Ends a stream when its token expires: its cancellation fires, nothing more is read or written, and whatever the handler then does, the
/// status is UNAUTHENTICATED with <see cref="Reason.TokenExpired"/>, on which the client comes again with a new token.
/// </summary>
internal sealed class TokenExpiry : IDisposable
{
    private readonly CancellationTokenSource _expired;
    private readonly CancellationTokenSource _either;

    public TokenExpiry(ServerCallContext context, DateTimeOffset expiresAt, TimeProvider time)
    {
        var left = expiresAt - time.GetUtcNow();
        _expired = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_expired.Token, context.CancellationToken);
        Context = new ExpiringCallContext(context, _either.Token);
    }

    public ServerCallContext Context { get; }

    private bool HasExpired => _expired.IsCancellationRequested;

    public async Task RunAsync(Func<Task> handler) => await RunAsync(async () =>
    {
        await handler();
        return true;
    });

    public async Task<T> RunAsync<T>(Func<Task<T>> handler)
    {
        try
        {
            var result = await handler();
            Check();
            return result;
        }
        catch (Exception exception) when (HasExpired && exception is OperationCanceledException or RpcException)
        {
            throw Expired();
        }
    }

    public IServerStreamWriter<T> Guard<T>(IServerStreamWriter<T> writer) => new Writer<T>(this, writer);

    public IAsyncStreamReader<T> Guard<T>(IAsyncStreamReader<T> reader) => new Reader<T>(this, reader);

    public void Dispose()
    {
        _either.Dispose();
        _expired.Dispose();
    }

    private void Check()
    {
        if (HasExpired)
            throw Expired();
    }

    private static RpcException Expired() =>
        Errors.Unauthenticated(Reason.TokenExpired, "The session's token has expired. Open the stream again with a new one.");

    private sealed class Writer<T>(TokenExpiry expiry, IServerStreamWriter<T> inner) : IServerStreamWriter<T>
    {
        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            expiry.Check();
            return inner.WriteAsync(message, cancellationToken);
        }
    }

    private sealed class Reader<T>(TokenExpiry expiry, IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            expiry.Check();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry._either.Token, cancellationToken);
            return await inner.MoveNext(either.Token);
        }
    }
}
