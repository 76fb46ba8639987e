namespace Grpc.Core;

/// <summary>The result of a call: a code, and a sentence for the people who look into it.</summary>
/// <param name="statusCode">How the call ended.</param>
/// <param name="detail">What happened; travels percent-encoded in the trailers.</param>
/// <param name="debugException">The local cause, which never leaves the process.</param>
public struct Status(StatusCode statusCode, string detail, Exception? debugException)
{
    /// <summary>The status of a call that succeeded.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>The status of a call that was cancelled and says no more.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>A status without a local cause.</summary>
    /// <param name="statusCode">How the call ended.</param>
    /// <param name="detail">What happened.</param>
    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>How the call ended.</summary>
    public StatusCode StatusCode { get; } = statusCode;

    /// <summary>What happened, in words.</summary>
    public string Detail { get; } = detail;

    /// <summary>The local exception behind the status; null when there is none or it happened on the other side.</summary>
    public Exception? DebugException { get; } = debugException;

    /// <inheritdoc/>
    public override string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", " +
          $"DebugException=\"{DebugException.GetType()}: {DebugException.Message}\")";
}
