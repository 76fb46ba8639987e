using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Talent.Messaging.Projections;

/// <summary>The figures of the followers of this process.</summary>
internal sealed class FollowerGauges : IDisposable
{
    private static readonly ConcurrentDictionary<FollowerState, FollowerGauges> Watched = new();
    private readonly FollowerState _state;

    static FollowerGauges()
    {
        MessagingTelemetry.Meter.CreateObservableGauge(
            "talent.projections.lag", () => Measure(state => Math.Max(0, state.Head - state.Position)), "{event}",
            "Events of the source that are not applied yet, by its head when it was last asked for.");
        MessagingTelemetry.Meter.CreateObservableGauge(
            "talent.projections.position", () => Measure(state => state.Position), "{position}", "The last position that was applied.");
        MessagingTelemetry.Meter.CreateObservableGauge(
            "talent.bus.waiting", () => Measure(state => state.Waiting), "{message}", "Messages in the queue when it was last asked for.");
    }

    private FollowerGauges(FollowerState state) => _state = state;

    public static FollowerGauges Watch(FollowerState state) => Watched.GetOrAdd(state, each => new FollowerGauges(each));

    public void Dispose() => Watched.TryRemove(_state, out _);

    private static IEnumerable<Measurement<long>> Measure(Func<FollowerState, long?> figure) =>
        from state in Watched.Keys
        let value = figure(state)
        where value is not null
        select new Measurement<long>(value.Value, state.Tags);
}
