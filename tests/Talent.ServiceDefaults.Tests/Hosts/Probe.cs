using Grpc.Core;

namespace Talent.ServiceDefaults.Tests;

/// <summary>What the probe's methods do; a test replaces what it is about.</summary>
public sealed class ProbeBehaviour
{
    public Func<ProbeRequest, ServerCallContext, Task<string>> Answer { get; set; } =
        (_, context) => Task.FromResult(context.GetCaller().AccountId);

    public Func<IServerStreamWriter<ProbeResponse>, ServerCallContext, Task> Stream { get; set; } =
        (writer, context) => writer.WriteAsync(new ProbeResponse { Text = context.GetCaller().AccountId });

    public int Calls { get; set; }

    /// <summary>Released at each call that answers.</summary>
    public SemaphoreSlim Called { get; } = new(0);

    /// <summary>Released at each message of a client stream.</summary>
    public SemaphoreSlim Read { get; } = new(0);
}

public sealed class Probe(ProbeBehaviour behaviour) : ProbeService.ProbeServiceBase
{
    [RequiresPermission(Permission.ReadRegister)]
    public override Task<ProbeResponse> Ask(ProbeRequest request, ServerCallContext context) => AnswerAsync(request, context);

    [RequiresPermission(Permission.ReadRegister)]
    public override async Task<ProbeResponse> Collect(IAsyncStreamReader<ProbeRequest> requestStream, ServerCallContext context)
    {
        var last = new ProbeRequest();
        while (await requestStream.MoveNext(CancellationToken.None))
        {
            last = requestStream.Current;
            behaviour.Read.Release();
        }
        return await AnswerAsync(last, context);
    }

    [RequiresPermission(Permission.ReadRegister)]
    public override Task Watch(ProbeRequest request, IServerStreamWriter<ProbeResponse> responseStream, ServerCallContext context) =>
        behaviour.Stream(responseStream, context);

    [RequiresPermission(Permission.ReadRegister)]
    public override async Task Converse(
        IAsyncStreamReader<ProbeRequest> requestStream, IServerStreamWriter<ProbeResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(CancellationToken.None))
            await responseStream.WriteAsync(await AnswerAsync(requestStream.Current, context));
    }

    [RequiresPermission(Permission.ReadBoards)]
    public override Task<ProbeResponse> AskBoard(ProbeRequest request, ServerCallContext context) => AnswerAsync(request, context);

    [RequiresPermission(Permission.ReadFeed)]
    public override Task<ProbeResponse> AskFeed(ProbeRequest request, ServerCallContext context) => AnswerAsync(request, context);

    public override Task<ProbeResponse> AskUndeclared(ProbeRequest request, ServerCallContext context) => AnswerAsync(request, context);

    public override Task<ProbeResponse> CollectUndeclared(IAsyncStreamReader<ProbeRequest> requestStream, ServerCallContext context) =>
        AnswerAsync(new ProbeRequest(), context);

    public override Task WatchUndeclared(
        ProbeRequest request, IServerStreamWriter<ProbeResponse> responseStream, ServerCallContext context) =>
        behaviour.Stream(responseStream, context);

    public override Task ConverseUndeclared(
        IAsyncStreamReader<ProbeRequest> requestStream, IServerStreamWriter<ProbeResponse> responseStream, ServerCallContext context) =>
        behaviour.Stream(responseStream, context);

    private async Task<ProbeResponse> AnswerAsync(ProbeRequest request, ServerCallContext context)
    {
        behaviour.Calls++;
        behaviour.Called.Release();
        return new ProbeResponse { Text = await behaviour.Answer(request, context) };
    }
}
