namespace Grpc.Core;

/// <summary>What a caller decides for one call.</summary>
/// <param name="headers">Metadata sent before the first message.</param>
/// <param name="deadline">When the call must have ended, in UTC; null for no deadline.</param>
/// <param name="cancellationToken">Ends the call from outside.</param>
/// <param name="writeOptions">How requests are written.</param>
/// <param name="propagationToken">Not supported; accepted because generated code names it.</param>
/// <param name="credentials">What adds the caller's credentials to the headers.</param>
public struct CallOptions(
    Metadata? headers = null,
    DateTime? deadline = null,
    CancellationToken cancellationToken = default,
    WriteOptions? writeOptions = null,
    ContextPropagationToken? propagationToken = null,
    CallCredentials? credentials = null)
{
    /// <summary>Metadata sent before the first message.</summary>
    public Metadata? Headers { get; private set; } = headers;

    /// <summary>When the call must have ended, in UTC; null for no deadline.</summary>
    public DateTime? Deadline { get; private set; } = deadline;

    /// <summary>Ends the call from outside.</summary>
    public CancellationToken CancellationToken { get; private set; } = cancellationToken;

    /// <summary>How requests are written.</summary>
    public WriteOptions? WriteOptions { get; private set; } = writeOptions;

    /// <summary>The parent call's token, which this transport does not use.</summary>
    public ContextPropagationToken? PropagationToken { get; } = propagationToken;

    /// <summary>What adds the caller's credentials to the headers.</summary>
    public CallCredentials? Credentials { get; private set; } = credentials;

    /// <summary>The same options with other headers.</summary>
    /// <param name="headers">The headers.</param>
    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>The same options with another deadline.</summary>
    /// <param name="deadline">The deadline, in UTC.</param>
    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>The same options with another token.</summary>
    /// <param name="cancellationToken">The token.</param>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        this with { CancellationToken = cancellationToken };

    /// <summary>The same options with other write options.</summary>
    /// <param name="writeOptions">The write options.</param>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>The same options with other credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    public CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };
}
