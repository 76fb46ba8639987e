namespace Grpc.Core;

/// <summary>How a call ended, with the numbers the gRPC protocol puts on the wire.</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The call was cancelled, usually by its caller.</summary>
    Cancelled = 1,

    /// <summary>Something failed that no other code describes.</summary>
    Unknown = 2,

    /// <summary>The caller sent something that is wrong whatever the state of the server.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call ended; a change may still have been made.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What should be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A limit was reached, such as the size of a message.</summary>
    ResourceExhausted = 8,

    /// <summary>The state of the server does not allow this; repeating the call alone will not help.</summary>
    FailedPrecondition = 9,

    /// <summary>A concurrent change got in the way; repeat the whole sequence of read and change.</summary>
    Aborted = 10,

    /// <summary>The call went past the end of what exists.</summary>
    OutOfRange = 11,

    /// <summary>The server has no such method.</summary>
    Unimplemented = 12,

    /// <summary>An invariant broke: a malformed frame, or a defect.</summary>
    Internal = 13,

    /// <summary>The server cannot be reached now; repeating the call later may help.</summary>
    Unavailable = 14,

    /// <summary>Data was lost or damaged beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
