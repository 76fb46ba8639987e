using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The messages of one call, both ways.</summary>
sealed class ClientCall<TRequest, TResponse>(
    GrpcChannel channel, Method<TRequest, TResponse> method, CallOptions options, TRequest? request)
    : ClientCall(channel, options), IAsyncStreamReader<TResponse>, IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    static readonly StreamPipeReaderOptions PipeOptions = new(bufferSize: 4096, minimumReadSize: 1024, leaveOpen: true);

    StreamContent? requests;
    MessageReader? reader;
    TResponse? current;
    Task<TResponse>? single;
    int writing;

    public WriteOptions? WriteOptions { get; set; }

    protected override bool NeedsResponse => method.Type is MethodType.Unary or MethodType.ClientStreaming;

    public TResponse Current => current ?? throw new InvalidOperationException("No current element is available.");

    /// <summary>The one response of a call whose server does not stream.</summary>
    public Task<TResponse> ReadSingle()
    {
        var reading = ReadSingleCore();
        single = reading;
        Interlocked.MemoryBarrier();
        if (Failed)
            ObserveFailure(reading);
        return reading;
    }

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Response.WaitAsync(cancellationToken);
            current = HasEnded ? null : await ReadNext(answer, cancellationToken);
            if (current is null)
                EndOrThrow(answer, isComplete: true);
            return current is not null;
        }
        catch (Exception e)
        {
            throw Fail(Cancelled(e, cancellationToken));
        }
    }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Interlocked.Exchange(ref writing, 1) == 1)
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        try
        {
            CheckWritable();
            var flags = (WriteOptions ?? Options.WriteOptions)?.Flags ?? default;
            var frame = SerialiseOrFail(message, mayCompress: !flags.HasFlag(WriteFlags.NoCompress));
            await Write(frame, flush: !flags.HasFlag(WriteFlags.BufferHint), cancellationToken);
        }
        finally
        {
            Volatile.Write(ref writing, 0);
        }
    }

    public Task CompleteAsync()
    {
        requests?.Complete();
        return Task.CompletedTask;
    }

    protected override HttpContent CreateContent() => request is null
        ? requests = new StreamContent()
        : new ReadOnlyMemoryContent(Serialise(request, mayCompress: true));

    protected override void OnEnd(Status final)
    {
        if (final.StatusCode == StatusCode.OK)
            requests?.Complete();
        else
            requests?.Abort();
        if (final.StatusCode != StatusCode.OK && single is { } reading)
            ObserveFailure(reading);
    }

    static Exception Cancelled(Exception cause, CancellationToken by) => by.IsCancellationRequested
        ? new RpcException(new Status(StatusCode.Cancelled, "Call canceled by the client.", cause))
        : cause;

    async Task<TResponse> ReadSingleCore()
    {
        var answer = await Response;
        try
        {
            var message = HasEnded ? null : await ReadOnly(answer);
            EndOrThrow(answer, isComplete: message is not null);
            return message!;
        }
        catch (Exception e)
        {
            throw Fail(e);
        }
        finally
        {
            answer.Dispose();
        }
    }

    ValueTask<TResponse?> ReadOnly(HttpResponseMessage answer) =>
        SingleMessage.Read(answer.Content.ReadAsStream(), Parser(answer), method.ResponseMarshaller, Cancel);

    async ValueTask<TResponse?> ReadNext(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
            return await Reader(answer).Read(method.ResponseMarshaller, Cancel);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Cancel);
        return await Reader(answer).Read(method.ResponseMarshaller, both.Token);
    }

    MessageParser Parser(HttpResponseMessage answer) => new(
        Channel.Options.MaxReceiveMessageSize,
        answer.Headers.NonValidated.TryGetValues(Protocol.Encoding, out var encoding) ? encoding.ToString() : null);

    MessageReader Reader(HttpResponseMessage answer) =>
        reader ??= new(PipeReader.Create(answer.Content.ReadAsStream(), PipeOptions), Parser(answer));

    ReadOnlyMemory<byte> Serialise(TRequest message, bool mayCompress)
    {
        var frame = new ArrayBufferWriter<byte>();
        new MessageWriter(frame, Channel.Options.MaxSendMessageSize)
            .Write(method.RequestMarshaller, message, compressed: mayCompress && IsCompressed);
        return frame.WrittenMemory;
    }

    void CheckWritable()
    {
        if (HasEnded)
        {
            throw FinalStatus.StatusCode == StatusCode.OK
                ? new InvalidOperationException("Can't write the message because the call is complete.")
                : Failure();
        }

        if (requests is { IsComplete: true })
            throw new InvalidOperationException("Request stream has already been completed.");
    }

    ReadOnlyMemory<byte> SerialiseOrFail(TRequest message, bool mayCompress)
    {
        try
        {
            return Serialise(message, mayCompress);
        }
        catch (Exception e)
        {
            throw Fail(e);
        }
    }

    async Task Write(ReadOnlyMemory<byte> frame, bool flush, CancellationToken cancellationToken)
    {
        try
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Cancel);
            var stream = await requests!.Opened.WaitAsync(both.Token);
            await stream.WriteAsync(frame, both.Token);
            if (flush)
                await stream.FlushAsync(both.Token);
        }
        catch (Exception e)
        {
            throw await WriteFailure(e, cancellationToken);
        }
    }

    /// <summary>When the server stopped listening, its status says why: it is waited for where a response is.</summary>
    async Task<Exception> WriteFailure(Exception cause, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Fail(Cancelled(cause, cancellationToken));
        if (single is not null)
            await Task.WhenAny(single);
        if (!HasEnded)
            return new RpcException(new Status(StatusCode.Cancelled, "The server closed the request stream.", cause));
        return FinalStatus.StatusCode == StatusCode.OK
            ? new InvalidOperationException("Can't write the message because the call is complete.", cause)
            : Failure();
    }
}
