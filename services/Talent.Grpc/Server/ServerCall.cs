using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>One call being served, over the request and response pipes of its HTTP/2 stream.</summary>
sealed partial class ServerCall : ServerCallContext, IDisposable
{
    readonly IMethod method;
    readonly GrpcServiceOptions options;
    readonly ILogger logger;
    readonly MessageReader reader;
    readonly MessageWriter writer;
    readonly WriteGate gate = new();
    ServerDeadline? deadline;
    bool wrote;

    public ServerCall(HttpContext http, IMethod method, GrpcServiceOptions options, TimeProvider time, ILogger logger)
    {
        (Http, this.method, this.options, Time, this.logger) = (http, method, options, time, logger);
        reader = new(http.Request.BodyReader, new(options.MaxReceiveMessageSize, http.Request.Headers.GrpcEncoding));
        writer = new(http.Response.BodyWriter, options.MaxSendMessageSize);
    }

    public HttpContext Http { get; }

    public bool DeadlinePassed => deadline is { HasPassed: true };

    /// <summary>Whether reading or writing failed because the caller is gone. Known before the request says so itself.</summary>
    public bool CallerLost { get; private set; }

    TimeProvider Time { get; }

    bool AcceptsGzip => Http.Request.Headers.GrpcAcceptEncoding.Any(accepted => accepted is not null &&
        accepted.Split(',', StringSplitOptions.TrimEntries).Contains(Protocol.Gzip, StringComparer.Ordinal));

    /// <summary>With no message sent, status and trailers make up the only HEADERS frame ("trailers-only").</summary>
    IHeaderDictionary TrailerTarget => wrote || Http.Response.HasStarted
        ? Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
        : Http.Response.Headers;

    public void Start()
    {
        if (Http.Request.Headers.GrpcTimeout is { Count: 1 } timeout && Timeouts.Decode(timeout) is { } left)
            deadline = new(left, Time, Expire, logger, Http.RequestAborted);
        if (string.Equals(options.ResponseCompressionAlgorithm, Protocol.Gzip, StringComparison.Ordinal) && AcceptsGzip)
            Http.Response.Headers.GrpcEncoding = Protocol.Gzip;
        if (Http.Request.Headers.GrpcEncoding is { Count: > 0 } encoding && encoding is not [Protocol.Gzip or Protocol.Identity])
            Http.Response.Headers.GrpcAcceptEncoding = Protocol.AcceptedEncodings;
    }

    public ValueTask<T> ReadOnly<T>(Marshaller<T> marshaller)
        where T : class
    {
        var reading = reader.ReadOnly(marshaller, CancellationTokenCore);
        if (!reading.IsCompletedSuccessfully)
            return Await(reading);
        return reading.Result is { } message
            ? new(message)
            : ValueTask.FromException<T>(new RpcException(WireStatus.Missing));
    }

    async ValueTask<T> Await<T>(ValueTask<T?> reading)
        where T : class
    {
        try
        {
            return await reading ?? throw new RpcException(WireStatus.Missing);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            CallerLost = true;
            throw;
        }
    }

    public async ValueTask<T?> Read<T>(Marshaller<T> marshaller, CancellationToken cancel)
        where T : class
    {
        try
        {
            if (!cancel.CanBeCanceled)
                return await reader.Read(marshaller, CancellationTokenCore);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, CancellationTokenCore);
            return await reader.Read(marshaller, both.Token);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            CallerLost = true;
            throw;
        }
    }

    /// <summary>The one response stays in the pipe: headers, message and trailers leave together when the call ends.</summary>
    public void Write<T>(Marshaller<T> marshaller, T? message)
        where T : class
    {
        if (message is null)
        {
            if (StatusCore.StatusCode == StatusCode.OK)
                StatusCore = new(StatusCode.Cancelled, "No message returned from method.");
            return;
        }

        // After the deadline there is nowhere to write; the caller has its answer.
        if (gate.TryEnter() == WriteGate.State.Free)
            WriteInside(marshaller, message, WriteOptionsCore?.Flags ?? default);
    }

    public async Task WriteStreamed<T>(Marshaller<T> marshaller, T message, WriteOptions? own, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        EnterGate("Can't write the message because the previous write is in progress.");
        try
        {
            CancellationTokenCore.ThrowIfCancellationRequested();
            var flags = (own ?? WriteOptionsCore)?.Flags ?? default;
            WriteUnguarded(marshaller, message, flags);
            if (!flags.HasFlag(WriteFlags.BufferHint))
                await Http.Response.BodyWriter.FlushAsync(cancel.CanBeCanceled ? cancel : CancellationTokenCore);
        }
        catch (IOException)
        {
            CallerLost = true;
            throw;
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <summary>Sends the status unless the deadline has done so.</summary>
    public async Task End(Status final)
    {
        if (gate.Close() == WriteGate.State.Closed)
            await deadline!.Answered;
        else if (!Http.RequestAborted.IsCancellationRequested)
            SendStatus(final, ResponseTrailersOrNull);
    }

    public void Dispose() => deadline?.Dispose();

    void WriteInside<T>(Marshaller<T> marshaller, T message, WriteFlags flags)
    {
        try
        {
            WriteUnguarded(marshaller, message, flags);
        }
        finally
        {
            gate.Leave();
        }
    }

    void WriteUnguarded<T>(Marshaller<T> marshaller, T message, WriteFlags flags)
    {
        var compressed = !flags.HasFlag(WriteFlags.NoCompress) && Http.Response.Headers.GrpcEncoding == Protocol.Gzip;
        writer.Write(marshaller, message, compressed);
        wrote = true;
    }

    void EnterGate(string whenBusy)
    {
        if (gate.TryEnter() is var state and not WriteGate.State.Free)
            throw new InvalidOperationException(state == WriteGate.State.Busy
                ? whenBusy
                : "Can't write the message because the request is complete.");
    }

    /// <summary>Answers at the deadline even when the method ignores its token; it then runs on with nowhere to write.</summary>
    async Task Expire()
    {
        var state = gate.Close();
        if (state == WriteGate.State.Closed || Http.RequestAborted.IsCancellationRequested)
            return;
        var reset = Http.Features.Get<IHttpResetFeature>();
        try
        {
            if (state == WriteGate.State.Free)
            {
                SendStatus(new(StatusCode.DeadlineExceeded, "Deadline Exceeded"), trailers: null);
                await Http.Response.CompleteAsync();
                reset?.Reset((int)Http2Error.None);
            }
            else
            {
                reset?.Reset((int)Http2Error.Cancel);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            logger.LogDebug(e, "{Method} had lost its caller at the deadline.", method.FullName);
        }
    }

    void SendStatus(Status final, Metadata? trailers)
    {
        var target = TrailerTarget;
        if (trailers is not null)
            StatusHeaders.Append(target, trailers);
        StatusHeaders.Set(target, final);
    }

    /// <summary>Codes of RST_STREAM (RFC 9113, section 7).</summary>
    enum Http2Error
    {
        None = 0,
        Cancel = 8,
    }
}
