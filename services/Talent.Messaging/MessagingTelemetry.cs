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

    internal static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(
        "talent.commands.conflicts", "{conflict}", "Commands that another transaction came between.");
}
