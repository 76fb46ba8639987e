using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Talent.Portal.Doubles;

/// <summary>One call that a double answered.</summary>
public sealed record RecordedCall(string Method, IMessage Request, JsonWebToken Token, DateTime Deadline);

/// <summary>What the portal asked of the services, and how the doubles are to answer.</summary>
public sealed class Recorded
{
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private readonly ConcurrentDictionary<string, RpcException> _refusals = new();

    /// <summary>Version of the invented board.</summary>
    public long BoardVersion { get; set; } = 1;

    /// <summary>Whether the chief executive's post is vacant on the board.</summary>
    public bool ChiefExecutiveVacant { get; set; }

    /// <summary>Rows done of the running import; the import is finished at 10.</summary>
    public int ImportRowsDone { get; set; } = 10;

    /// <summary>Whether no name is open to the caller.</summary>
    public bool NamesHidden { get; set; }

    /// <summary>Steps done of the full forecast while it is computed; it is there at 12.</summary>
    public int ForecastStepsDone { get; set; } = 3;

    /// <summary>Whether the full forecast is there for whoever asks for it by name.</summary>
    public bool FullForecastReady { get; set; } = true;

    public IReadOnlyList<RecordedCall> Calls => [.. _calls];

    public IReadOnlyList<TRequest> Requests<TRequest>() where TRequest : IMessage => [.. Calls.Select(call => call.Request).OfType<TRequest>()];

    /// <summary>Refuses a method until the answer is disposed of.</summary>
    public IDisposable Refuse(string method, RpcException refusal)
    {
        _refusals[method] = refusal;
        return new Restore(() => _refusals.TryRemove(method, out _));
    }

    public Task<TResponse> AnswerAsync<TRequest, TResponse>(TRequest request, ServerCallContext context, Func<TResponse> answer)
        where TRequest : IMessage
    {
        var header = context.RequestHeaders.GetValue("authorization") ?? throw new RpcException(new Status(StatusCode.Unauthenticated, ""));
        _calls.Enqueue(new RecordedCall(
            context.Method, request, new JsonWebToken(header["Bearer ".Length..]), context.Deadline));
        var method = context.Method[(context.Method.LastIndexOf('/') + 1)..];
        return _refusals.TryGetValue(method, out var refusal) ? throw refusal : Task.FromResult(answer());
    }

    private sealed class Restore(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
