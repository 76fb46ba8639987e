using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Talent.Grpc.Tests.Servers;

/// <summary>What a server remembers of its calls: those that were cancelled, and the last deadline seen.</summary>
public sealed class EchoLog : IDisposable
{
    readonly SemaphoreSlim cancellations = new(0);
    readonly SemaphoreSlim begun = new(0);
    int cancelled;

    public int Cancelled => cancelled;

    public DateTime LastDeadline { get; private set; }

    /// <summary>What a test wants the server to do before it answers a unary call.</summary>
    public Func<ServerCallContext, Task> BeforeUnary { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called by each method when it begins.</summary>
    public void Begin() => begun.Release();

    /// <summary>Ends when a method has begun; fails after ten seconds without one.</summary>
    public async Task WaitUntilBegun() =>
        Assert.True(await begun.WaitAsync(TimeSpan.FromSeconds(10)), "No method has begun.");

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
        IAsyncEnumerable<EchoRequest> requests, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var each = requests.GetAsyncEnumerator(cancel);
        while (await Next(each))
            yield return each.Current;
    }

    /// <summary>Ends when a call was cancelled; fails after ten seconds without one.</summary>
    public async Task WaitForCancellation() =>
        Assert.True(await cancellations.WaitAsync(TimeSpan.FromSeconds(10)), "No call was cancelled.");

    public void Dispose()
    {
        cancellations.Dispose();
        begun.Dispose();
    }

    async Task<bool> Next(IAsyncEnumerator<EchoRequest> each)
    {
        try
        {
            return await each.MoveNextAsync();
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
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
