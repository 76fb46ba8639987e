using System.Diagnostics;
using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>What everything that one call causes is found by: in logs, in events and in the error that a person reports.</summary>
public static class Correlation
{
    /// <summary>The id of the trace that the call belongs to; outside a trace, of the HTTP request.</summary>
    public static string GetCorrelationId(this ServerCallContext call) =>
        Activity.Current?.TraceId.ToString() ?? call.GetHttpContext().TraceIdentifier;
}
