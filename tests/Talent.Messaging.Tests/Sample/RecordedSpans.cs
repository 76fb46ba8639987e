using System.Collections.Concurrent;
using System.Diagnostics;

namespace Talent.Messaging.Tests.Sample;

/// <summary>Keeps the spans of the event log that end while it listens.</summary>
public sealed class RecordedSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MessagingTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<string> NamesOf(ActivityTraceId trace) =>
        [.. _ended.Where(each => each.TraceId == trace).Select(each => each.OperationName)];

    public void Dispose() => _listener.Dispose();
}
