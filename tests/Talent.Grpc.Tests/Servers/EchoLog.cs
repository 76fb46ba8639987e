using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Talent.Grpc.Tests.Servers;

/// <summary>What a server remembers of its calls: those that were cancelled, and the last deadline seen.</summary>
public sealed class EchoLog : IDisposable
{
    readonly SemaphoreSlim cancellations = new(0);
    int cancelled;

    public int Cancelled => cancelled;

    public DateTime LastDeadline { get; private set; }

    /// <summary>Waits as a method does that heeds its token.</summary>
    public async Task Pause(TimeSpan pause, ServerCallContext context)
    {
        LastDeadline = context.Deadline;
        try
        {
            await Task.Delay(pause, TimeProvider.System, context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            Count();
            throw;
        }
    }

    /// <summary>Passes requests on and notices when the caller leaves instead of completing.</summary>
    public async IAsyncEnumerable<EchoRequest> Watch(
        IAsyncEnumerable<EchoRequest> requests, ServerCallContext context, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var each = requests.GetAsyncEnumerator(cancel);
        while (await Next(each, context))
            yield return each.Current;
    }

    /// <summary>Ends when a call was cancelled; fails after ten seconds without one.</summary>
    public async Task WaitForCancellation() =>
        Assert.True(await cancellations.WaitAsync(TimeSpan.FromSeconds(10)), "No call was cancelled.");

    public void Dispose() => cancellations.Dispose();

    async Task<bool> Next(IAsyncEnumerator<EchoRequest> each, ServerCallContext context)
    {
        try
        {
            return await each.MoveNextAsync();
        }
        catch (Exception) when (context.CancellationToken.IsCancellationRequested)
        {
            Count();
            throw;
        }
    }

    void Count()
    {
        Interlocked.Increment(ref cancelled);
        cancellations.Release();
    }
}
