using System.Diagnostics;
using OpenTelemetry;

namespace Talent.ServiceDefaults;

/// <summary>
/// Leaves out database commands that belong to no trace: the polling of the event log, many times a second, would bury everything else.
/// </summary>
internal sealed class PollingNoise : BaseProcessor<Activity>
{
    private const string DatabaseSource = "Npgsql";

    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.ParentSpanId == default && data.Source.Name == DatabaseSource)
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
