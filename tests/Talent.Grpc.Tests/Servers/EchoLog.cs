using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Talent.Grpc.Tests.Servers;

/// <summary>What a server remembers of its calls: those that were told to stop, and the last deadline seen.</summary>
public sealed class EchoLog : IDisposable
{
    readonly SemaphoreSlim cancellations = new(0);
    readonly SemaphoreSlim begun = new(0);
    readonly ConditionalWeakTable<ServerCallContext, EchoLog> counted = [];
    int cancelled;

    public int Cancelled => cancelled;

    public DateTime LastDeadline { get; private set; }

    /// <summary>What a test wants the server to do before it answers a unary call.</summary>
    public Func<ServerCallContext, Task> BeforeUnary { get; set; } = _ => Task.CompletedTask;

    /// <summary>What a test wants the server to do before it reads the requests of a duplex call.</summary>
    public Func<ServerCallContext, Task> BeforeTalk { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called by each method when it begins; from then on its cancellation is counted.</summary>
    public void Begin(ServerCallContext context)
    {
        LastDeadline = context.Deadline;
        context.CancellationToken.Register(() => Lose(context));
        begun.Release();
    }

    /// <summary>
    /// Counts the call as cancelled, once. A method that reads requests hears of it by its token or by the failing read; Kestrel promises
    /// neither which comes first nor, once the read has failed and the method has ended, that the token still follows.
    /// </summary>
    public void Lose(ServerCallContext context)
    {
        if (!counted.TryAdd(context, this))
            return;
        Interlocked.Increment(ref cancelled);
        cancellations.Release();
    }

    /// <summary>Ends when a method has begun; fails after ten seconds without one.</summary>
    public async Task WaitUntilBegun() =>
        Assert.True(await begun.WaitAsync(TimeSpan.FromSeconds(10)), "No method has begun.");

    /// <summary>Ends when a call was cancelled; fails after ten seconds without one.</summary>
    public async Task WaitForCancellation() =>
        Assert.True(await cancellations.WaitAsync(TimeSpan.FromSeconds(10)), "No call was cancelled.");

    public void Dispose()
    {
        cancellations.Dispose();
        begun.Dispose();
    }
}
