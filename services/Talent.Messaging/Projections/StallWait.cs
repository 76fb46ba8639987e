using Talent.Events.V1;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>The pause of a stalled reader, which ends early when an operator skips the event.</summary>
internal sealed class StallWait<TContext>(CheckpointStore<TContext> checkpoints, MessagingOptions options, TimeProvider time)
    where TContext : ServiceContext
{
    public async Task WaitAsync(string source, Event happened, TimeSpan pause, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < pause)
        {
            var left = pause - time.GetElapsedTime(started);
            if (left > TimeSpan.Zero)
                await Task.Delay(left < options.SkipCheck ? left : options.SkipCheck, time, cancellation);
            if (await checkpoints.IsSkippedAsync(source, happened, cancellation))
                return;
        }
    }
}
