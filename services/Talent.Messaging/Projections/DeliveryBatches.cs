using System.Threading.Channels;
using Talent.Messaging.Bus;

namespace Talent.Messaging.Projections;

/// <summary>
/// Gathers what arrives into batches: up to a number, or an age counted from the first message of the batch, which no later message
/// extends.
/// </summary>
internal sealed class DeliveryBatches(ChannelReader<Delivery> deliveries, MessagingOptions options, TimeProvider time)
{
    private Task<bool>? _arrival;

    /// <summary>The next batch; empty after the silence of the options; null when the subscription ended.</summary>
    public async Task<IReadOnlyList<Delivery>?> ReadAsync(CancellationToken cancellation)
    {
        if (!await ArrivesAsync(options.Silence, cancellation) && _arrival is not null)
            return [];
        var batch = new List<Delivery>();
        var first = time.GetTimestamp();
        while (batch.Count < options.BatchSize)
        {
            if (deliveries.TryRead(out var delivery))
            {
                batch.Add(delivery);
                continue;
            }
            var left = options.BatchAge - time.GetElapsedTime(first);
            if (batch.Count == 0 || left <= TimeSpan.Zero || !await ArrivesAsync(left, cancellation))
                break;
        }
        return batch.Count > 0 ? batch : null;
    }

    // False with a pending arrival: nothing came in time. False without one: the subscription ended.
    private async Task<bool> ArrivesAsync(TimeSpan limit, CancellationToken cancellation)
    {
        _arrival ??= deliveries.WaitToReadAsync(cancellation).AsTask();
        if (!_arrival.IsCompleted)
        {
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(_arrival, Task.Delay(limit, time, timer.Token));
            await timer.CancelAsync();
        }
        cancellation.ThrowIfCancellationRequested();
        if (!_arrival.IsCompleted)
            return false;
        var arrived = await _arrival;
        _arrival = null;
        return arrived;
    }
}
