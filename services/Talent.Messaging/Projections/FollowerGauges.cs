using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Talent.Messaging.Projections;

/// <summary>The figures of the followers and reactions of this process.</summary>
internal sealed class FollowerGauges : IDisposable
{
    private static readonly ConcurrentDictionary<FollowerState, FollowerGauges> Watched = new();
    private readonly FollowerState _state;

    static FollowerGauges()
    {
        MessagingTelemetry.Meter.CreateObservableGauge(
            "talent.projections.lag", () => Measure(state => state.Lag), "{event}",
            "Events of the source that are not applied yet, by the newest that is known of.");
        MessagingTelemetry.Meter.CreateObservableGauge(
            "talent.projections.position", () => Measure(state => state.Position), "{position}", "The last position that was applied.");
        MessagingTelemetry.Meter.CreateObservableGauge(
            "talent.projections.stalled", () => Measure(state => state.StalledPosition is { } position ? Math.Min(position, 1) : null),
            "{projection}", "1 while an event cannot be applied or reacted to and nothing after it is, 0 otherwise.");
        MessagingTelemetry.Meter.CreateObservableGauge(
            "talent.bus.waiting", () => Measure(state => state.Waiting), "{message}",
            "Messages of the queue that are not acknowledged yet, delivered or not.");
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
