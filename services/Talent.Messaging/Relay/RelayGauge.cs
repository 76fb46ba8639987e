using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Talent.Messaging.Relay;

/// <summary>The figure of positions that the relays of this process know to be confirmed.</summary>
internal sealed class RelayGauge : IDisposable
{
    private static readonly ConcurrentDictionary<RelayGauge, (string Source, LogPublisher Publisher)> Watched = new();

    static RelayGauge() => MessagingTelemetry.Meter.CreateObservableGauge(
        "talent.log.published", Measure, "{position}", "Everything up to this position of the log was confirmed by the broker.");

    private RelayGauge()
    {
    }

    public static RelayGauge Watch(string source, LogPublisher publisher)
    {
        var gauge = new RelayGauge();
        Watched[gauge] = (source, publisher);
        return gauge;
    }

    public void Dispose() => Watched.TryRemove(this, out _);

    private static IEnumerable<Measurement<long>> Measure() => Watched.Values.Select(
        each => new Measurement<long>(each.Publisher.Published, new KeyValuePair<string, object?>("source", each.Source)));
}
