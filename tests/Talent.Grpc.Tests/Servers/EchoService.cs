using Google.Protobuf;
using Grpc.Core;

namespace Talent.Grpc.Tests.Servers;

/// <summary>Serves echo.proto the way the peers do.</summary>
public sealed class EchoService(EchoLog log) : Echo.EchoBase
{
    public override async Task<EchoReply> Unary(EchoRequest request, ServerCallContext context)
    {
        await Begin(context);
        await log.BeforeUnary(context);
        await Obey(request, context);
        return Reply(request, index: 0);
    }

    public override async Task<EchoReply> Gather(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        await Begin(context);
        using var joined = new MemoryStream();
        var count = 0;
        await foreach (var request in Requests(requestStream, context))
        {
            await Obey(request, context);
            request.Payload.WriteTo(joined);
            count++;
        }

        return new EchoReply { Payload = ByteString.CopyFrom(joined.ToArray()), Index = count };
    }

    public override async Task Repeat(
        EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        await Begin(context);
        for (var i = 0; i < request.Count; i++)
        {
            await Obey(request, context, failsAt: i == request.Count - 1);
            await responseStream.WriteAsync(Reply(request, i));
        }
    }

    public override async Task Talk(
        IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        await Begin(context);
        await log.BeforeTalk(context);
        var index = 0;
        await foreach (var request in Requests(requestStream, context))
        {
            await Obey(request, context);
            await responseStream.WriteAsync(Reply(request, index++));
        }
    }

    public override Task<EchoReply> CountCancelled(EchoRequest request, ServerCallContext context) =>
        Task.FromResult(new EchoReply { Index = log.Cancelled });

    async Task Begin(ServerCallContext context)
    {
        log.Begin(context);
        if (context.RequestHeaders.GetValueBytes("x-echo-trailing-bin") is { } trailing)
            context.ResponseTrailers.Add("x-echo-trailing-bin", trailing);
        if (context.RequestHeaders.GetValue("x-echo-initial") is { } initial)
            await context.WriteResponseHeadersAsync(new Metadata { { "x-echo-initial", initial } });
        else if (context.RequestHeaders.Get("x-echo-gzip") is not null)
            await context.WriteResponseHeadersAsync(new Metadata { { "grpc-internal-encoding-request", "gzip" } });
    }

    async IAsyncEnumerable<EchoRequest> Requests(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        while (await ReadNext(requestStream, context))
            yield return requestStream.Current;
    }

    async Task<bool> ReadNext(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        try
        {
            return await requestStream.MoveNext();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            log.Lose(context);
            throw;
        }
    }

    static EchoReply Reply(EchoRequest request, int index) => new()
    {
        Payload = request.ReplySize > 0 ? ByteString.CopyFrom(new byte[request.ReplySize]) : request.Payload,
        Index = index,
    };

    static async Task Obey(EchoRequest request, ServerCallContext context, bool failsAt = true)
    {
        if (request.PauseMilliseconds > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(request.PauseMilliseconds), TimeProvider.System, context.CancellationToken);
        if (failsAt && request.FailCode != 0)
            throw new RpcException(new Status((StatusCode)request.FailCode, request.FailMessage));
    }
}
