namespace Talent.Messaging.Storage;

/// <summary>
/// Something that is to be computed again whenever it is wanted once more than it was done. Replicas claim rows, so each is done by one.
/// </summary>
public sealed class WorkRow
{
    /// <summary>What kind of work, for example <c>board</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is done for, for example the id of a group.</summary>
    public required string Subject { get; init; }

    /// <summary>How often it was wanted.</summary>
    public long Wanted { get; set; }

    /// <summary>How far that was served: equal to <see cref="Wanted"/> where nothing is to do.</summary>
    public long Done { get; set; }

    /// <summary>The worker that claimed it; empty: nobody.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Grows with every claim: an earlier claim can no longer complete.</summary>
    public long Epoch { get; set; }

    /// <summary>
    /// Until then it is left alone: a claim, or a pause after a failure. Microseconds since 1970, by the database's clock.
    /// </summary>
    public long NotBefore { get; set; }

    /// <summary>Failures since it was last done.</summary>
    public int Failures { get; set; }

    /// <summary>Why it failed last; empty: it did not.</summary>
    public string FailureReason { get; set; } = "";

    /// <summary>W3C traceparent of what wanted it last; empty where that was not traced.</summary>
    public string TraceParent { get; set; } = "";
}
