using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Talent.Messaging;

/// <summary>The spans and figures of the event log and its readers.</summary>
public static class MessagingTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Talent.Messaging";

    internal static readonly ActivitySource Source = new(Name);
    internal static readonly Meter Meter = new(Name);

    /// <summary>Starts a span below the request that caused an event; null where nobody listens.</summary>
    internal static Activity? StartBelow(string name, ActivityKind kind, string traceParent) =>
        Source.HasListeners() && ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? Source.StartActivity(name, kind, parent)
            : null;

    internal static readonly Histogram<double> PublishTime = Meter.CreateHistogram<double>(
        "talent.log.publish.duration", "s", "From sending an event to the broker's confirmation.");

    internal static readonly Counter<long> Published = Meter.CreateCounter<long>(
        "talent.log.positions", "{event}", "Events that got a position.");

    internal static readonly Counter<long> Applied = Meter.CreateCounter<long>(
        "talent.projections.applied", "{event}", "Events whose effect was committed.");

    internal static readonly Histogram<double> ApplyTime = Meter.CreateHistogram<double>(
        "talent.projections.apply.duration", "s", "Time to apply and commit one batch of events.");

    internal static readonly Histogram<double> Latency = Meter.CreateHistogram<double>(
        "talent.projections.latency", "s", "From the command of an event to the commit of its effect.");

    internal static readonly Counter<long> Repeated = Meter.CreateCounter<long>(
        "talent.projections.repeated", "{event}", "Events that came again.");

    internal static readonly Counter<long> Gaps = Meter.CreateCounter<long>(
        "talent.projections.gaps", "{gap}", "Gaps that were read from the Feed.");

    internal static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>(
        "talent.projections.dead_letters", "{message}", "Messages that could not be parsed as events.");

    internal static readonly Histogram<double> WorkTime = Meter.CreateHistogram<double>(
        "talent.work.duration", "s", "Time to do one piece of work and commit its results.");

    internal static readonly Counter<long> Separated = Meter.CreateCounter<long>(
        "talent.commands.separated", "{command}", "Commands that shared a transaction which failed, and ran again in one of their own.");

    internal static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(
        "talent.commands.conflicts", "{conflict}", "Commands that another transaction came between.");
}
