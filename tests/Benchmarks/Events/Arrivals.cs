using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Talent.Messaging;

namespace Talent.Benchmarks.Events;

/// <summary>Knows when the effect of each event was committed, from the figure that the follower records after its commit.</summary>
sealed class Arrivals : IDisposable
{
    readonly MeterListener _listener = new();
    readonly List<string> _applying = [];
    readonly ConcurrentDictionary<string, long> _arrived = new(StringComparer.Ordinal);
    long _committed;
    long _applied;

    public Arrivals()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MessagingTelemetry.Name && instrument.Name == "talent.projections.applied")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Commit(count));
        _listener.Start();
    }

    /// <summary>Called by the projection, inside its transaction.</summary>
    public void Apply(string entry) => _applying.Add(entry);

    /// <summary>A command was committed.</summary>
    public void Expect() => Interlocked.Increment(ref _committed);

    /// <summary>When the effect was committed, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long Of(string entry) => _arrived[entry];

    /// <summary>Waits until the effect of every command so far is committed.</summary>
    public async Task WaitForAll()
    {
        while (Interlocked.Read(ref _applied) < Interlocked.Read(ref _committed))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
    }

    public void Dispose() => _listener.Dispose();

    // The follower applies one batch at a time, so what it is applying is what it has just committed.
    void Commit(long count)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var entry in _applying)
            _arrived.TryAdd(entry, now);
        _applying.Clear();
        Interlocked.Add(ref _applied, count);
    }
}
