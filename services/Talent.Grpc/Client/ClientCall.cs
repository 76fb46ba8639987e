using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The exchange of one call: its request, and the answer up to the first message.</summary>
abstract partial class ClientCall : IDisposable
{
    readonly CancellationTokenSource cancel = new();
    readonly CancellationTokenRegistration callerLeaves;
    readonly CancellationTokenRegistration channelCloses;
    Task<HttpResponseMessage>? response;
    ITimer? deadline;

    protected ClientCall(GrpcChannel channel, CallOptions options)
    {
        CheckKind(options.Deadline);
        (Channel, Options) = (channel, options);
        IsCompressed = string.Equals(options.Headers?.GetValue(Protocol.CompressionRequest), Protocol.Gzip, StringComparison.Ordinal);
        Cancel = cancel.Token;
        callerLeaves = options.CancellationToken.UnsafeRegister(
            static call => ((ClientCall)call!).Finish(new(StatusCode.Cancelled, "Call canceled by the client.")), this);
        channelCloses = channel.Closing.UnsafeRegister(
            static call => ((ClientCall)call!).Finish(new(StatusCode.Cancelled, "Channel disposed.")), this);
    }

    protected GrpcChannel Channel { get; }

    protected CallOptions Options { get; }

    /// <summary>Ends with the call, unless it ends OK.</summary>
    protected CancellationToken Cancel { get; }

    protected bool IsCompressed { get; }

    protected Task<HttpResponseMessage> Response => response!;

    /// <summary>Whether the method answers with one message, without which it has not succeeded.</summary>
    protected abstract bool NeedsResponse { get; }

    public async Task<Metadata> ResponseHeaders() => Read((await Response).Headers.NonValidated);

    public void Send(IMethod method, string? host)
    {
        var exchange = Exchange(method, host);
        lock (ending)
            response = exchange;
        Interlocked.MemoryBarrier();
        if (!Failed)
            return;
        ObserveFailure(exchange);
        Release(exchange);
    }

    /// <summary>The request body; fails when the request cannot be sent at all.</summary>
    protected abstract HttpContent CreateContent();

    /// <summary>A failure that nobody awaits is not an unobserved exception: the status tells it.</summary>
    protected static void ObserveFailure(Task task) => _ = task.ContinueWith(
        static failed => _ = failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    protected static Metadata Read(HttpHeadersNonValidated headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                WireMetadata.AddReceived(metadata, name, value);
        }

        return metadata;
    }

    static void CheckKind(DateTime? deadline)
    {
        if (deadline is { } at && at != DateTime.MaxValue && at != DateTime.MinValue && at.Kind != DateTimeKind.Utc)
            throw new InvalidOperationException("Deadline must have a kind DateTimeKind.Utc or be DateTime.MaxValue or MinValue.");
    }

    async Task<HttpResponseMessage> Exchange(IMethod method, string? host)
    {
        try
        {
            // Not disposed here: its content is sent for as long as the caller streams.
            var request = new HttpRequestMessage(HttpMethod.Post, Channel.AddressOf(method));
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            request.Content = CreateContent();
            await AddHeaders(request, method, host);
            var answer = await Channel.Send(request, Cancel);
            Check(answer);
            return answer;
        }
        catch (Exception e)
        {
            throw Fail(e);
        }
    }

    async Task AddHeaders(HttpRequestMessage request, IMethod method, string? host)
    {
        request.Content!.Headers.TryAddWithoutValidation("Content-Type", Protocol.ContentType);
        request.Headers.TryAddWithoutValidation("TE", "trailers");
        request.Headers.TryAddWithoutValidation("User-Agent", "grpc-dotnet");
        request.Headers.TryAddWithoutValidation(Protocol.AcceptEncoding, Protocol.AcceptedEncodings);
        if (host is not null)
            request.Headers.Host = host;
        if (IsCompressed)
            request.Headers.TryAddWithoutValidation(Protocol.Encoding, Protocol.Gzip);
        foreach (var entry in await Metadata(request.RequestUri!, method))
        {
            if (!string.Equals(entry.Key, Protocol.CompressionRequest, StringComparison.Ordinal))
                request.Headers.TryAddWithoutValidation(entry.Key, WireMetadata.Value(entry));
        }

        StartDeadline(request);
    }

    async ValueTask<Metadata> Metadata(Uri address, IMethod method)
    {
        if (Options.Credentials is not { } credentials || !Channel.SendsCallCredentials)
            return Options.Headers ?? Core.Metadata.Empty;
        var headers = new Metadata();
        foreach (var entry in Options.Headers ?? Core.Metadata.Empty)
            headers.Add(entry);
        var service = $"{address.Scheme}://{address.Authority}/{method.ServiceName}";
        await credentials.Add(new(service, method.Name, Cancel), headers);
        return headers;
    }

    void StartDeadline(HttpRequestMessage request)
    {
        if (Options.Deadline is not { } at || at == DateTime.MaxValue)
            return;
        var left = at - Channel.Time.GetUtcNow().UtcDateTime;
        if (left <= TimeSpan.Zero)
            throw new RpcException(DeadlineExceeded);
        request.Headers.TryAddWithoutValidation(Protocol.Timeout, Timeouts.Encode(left));
        if (left >= Protocol.LongestTimer)
            return;
        var timer = Channel.Time.CreateTimer(
            static call => ((ClientCall)call!).Finish(DeadlineExceeded), this, left, Timeout.InfiniteTimeSpan);
        lock (ending)
            deadline = timer;
        Interlocked.MemoryBarrier();
        if (HasEnded)
            timer.Dispose();
    }

    /// <summary>An answer without a message carries its status in the headers.</summary>
    void Check(HttpResponseMessage answer)
    {
        var headers = answer.Headers.NonValidated;
        if (headers.Contains(Protocol.Status))
        {
            End(headers, StatusOf(headers), isComplete: !NeedsResponse);
            return;
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            var code = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            throw new RpcException(new Status(
                Protocol.FromHttpStatus((int)answer.StatusCode), $"Bad gRPC response. HTTP status code: {code}"));
        }

        var type = answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.ToString() : null;
        if (!Protocol.IsGrpc(type))
            throw new RpcException(new Status(StatusCode.Unknown, $"Bad gRPC response. Invalid content-type value: {type}"));
    }
}
