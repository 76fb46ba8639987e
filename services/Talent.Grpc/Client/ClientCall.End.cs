using System.Globalization;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>How the call ends. The first cause stands; whatever comes after it is told the same status.</summary>
abstract partial class ClientCall
{
    static readonly Status DeadlineExceeded = new(StatusCode.DeadlineExceeded, "");
    readonly Lock ending = new();
    Status status;
    Metadata? trailers;
    volatile bool ended;

    public Status FinalStatus => ended
        ? status
        : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    public Metadata FinalTrailers => ended
        ? trailers ??= []
        : throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");

    protected bool HasEnded => ended;

    protected bool Failed => ended && status.StatusCode != StatusCode.OK;

    /// <summary>Leaving a call before its end resets its stream, which the server sees as cancellation.</summary>
    public void Dispose()
    {
        Finish(new(StatusCode.Cancelled, "gRPC call disposed."));
        if (response is not null)
            Release(response);
    }

    /// <summary>After the last message: takes the status from the trailers.</summary>
    /// <param name="answer">The answer, read to its end.</param>
    /// <param name="isComplete">Whether the messages that were read are as many as the method needs.</param>
    /// <exception cref="RpcException">The status is not OK.</exception>
    protected void EndOrThrow(HttpResponseMessage answer, bool isComplete)
    {
        if (!HasEnded)
        {
            var headers = answer.TrailingHeaders.NonValidated;
            End(headers, StatusOf(headers), isComplete);
        }

        if (FinalStatus.StatusCode != StatusCode.OK)
            throw Failure();
    }

    /// <summary>Ends the call with what went wrong here or on the wire, and says what to throw.</summary>
    protected Exception Fail(Exception cause)
    {
        var passed = Options.Deadline is { } at && at <= Channel.Time.GetUtcNow().UtcDateTime;
        Finish(
            cause switch
            {
                RpcException rpc => rpc.Status,
                _ when passed => DeadlineExceeded,
                _ => TransportFailure.StatusOf(cause),
            },
            (cause as RpcException)?.Trailers);
        return Failure();
    }

    protected Exception Failure()
    {
        var isCancellation = FinalStatus.StatusCode is StatusCode.Cancelled or StatusCode.DeadlineExceeded;
        return isCancellation && Channel.Options.ThrowOperationCanceledOnCancellation
            ? new OperationCanceledException(FinalStatus.Detail, new RpcException(FinalStatus, FinalTrailers))
            : new RpcException(FinalStatus, FinalTrailers);
    }

    /// <summary>Called once, when the call has ended.</summary>
    protected virtual void OnEnd(Status final)
    {
    }

    protected void Finish(Status final, Metadata? with = null)
    {
        Task<HttpResponseMessage>? exchange;
        lock (ending)
        {
            if (ended)
                return;
            (status, trailers, exchange) = (final, with, response);
            ended = true;
            deadline?.Dispose();
        }

        callerLeaves.Unregister();
        channelCloses.Unregister();
        OnEnd(final);
        if (final.StatusCode == StatusCode.OK)
            return;
        cancel.Cancel();
        if (exchange is null)
            return;
        ObserveFailure(exchange);
        Release(exchange);
    }

    static Status StatusOf(HttpHeadersNonValidated headers)
    {
        if (!headers.TryGetValues(Protocol.Status, out var sent))
            return new(StatusCode.Unknown, "No grpc-status found on response.");
        if (!int.TryParse(sent.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return new(StatusCode.Unknown, $"Unexpected grpc-status value: {sent}");
        var message = headers.TryGetValues(Protocol.Message, out var text) ? PercentEncoding.Decode(text.ToString()) : "";
        return new((StatusCode)code, message);
    }

    static void Release(Task<HttpResponseMessage> exchange) => _ = exchange.ContinueWith(
        static ended => ended.Result.Dispose(),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    void End(HttpHeadersNonValidated headers, Status sent, bool isComplete)
    {
        var final = isComplete || sent.StatusCode != StatusCode.OK ? sent : WireStatus.Missing;
        try
        {
            // Most trailers are the status alone.
            Finish(final, headers.Count > 1 ? Read(headers) : null);
        }
        catch (RpcException malformed)
        {
            Finish(malformed.Status);
        }
    }
}
