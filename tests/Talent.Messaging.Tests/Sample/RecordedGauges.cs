using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Talent.Messaging.Tests.Sample;

/// <summary>Reads the gauges of one service, as an exporter does. Tests that run at the same time have services of other names.</summary>
public sealed class RecordedGauges : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Name, string Source), long> _values = new();

    public RecordedGauges(string service)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MessagingTelemetry.Name && instrument.IsObservable)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var (of, source) = ("", "");
            foreach (var (key, tag) in tags)
            {
                of = key == "service" ? (string)tag! : of;
                source = key == "source" ? (string)tag! : source;
            }
            if (of == service)
                _values[(instrument.Name, source)] = value;
        });
        _listener.Start();
    }

    /// <summary>What a gauge says now; null: it says nothing.</summary>
    public long? Read(string name, string source)
    {
        _values.Clear();
        _listener.RecordObservableInstruments();
        return _values.TryGetValue((name, source), out var value) ? value : null;
    }

    public void Dispose() => _listener.Dispose();
}
