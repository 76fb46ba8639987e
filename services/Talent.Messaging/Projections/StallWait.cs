using Talent.Events.V1;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>The pause of a stalled reader, which ends early when an operator skips the event.</summary>
internal sealed class StallWait<TContext>(CheckpointStore<TContext> checkpoints, MessagingOptions options, TimeProvider time)
    where TContext : ServiceContext
{
    /// <summary>Waits.</summary>
    /// <returns>The events of the source that are skipped by now.</returns>
    public async Task<IReadOnlySet<string>> WaitAsync(string source, Event happened, TimeSpan pause, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var left = pause - time.GetElapsedTime(started);
            if (left > TimeSpan.Zero)
                await Task.Delay(left < options.SkipCheck ? left : options.SkipCheck, time, cancellation);
            var skipped = await checkpoints.FindSkippedAsync(source, cancellation);
            if (skipped.Contains(happened.Id) || time.GetElapsedTime(started) >= pause)
                return skipped;
        }
    }
}
