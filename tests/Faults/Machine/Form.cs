using System.Data.Common;

namespace Talent.Faults.Tests.Machine;

/// <summary>One of the two ways to run the product, as processes that can be killed.</summary>
internal abstract class Form : IAsyncDisposable
{
    /// <summary>Every process that can be killed, by name.</summary>
    public abstract IReadOnlyDictionary<string, KillableProcess> Processes { get; }

    /// <summary>The process that holds the projections of the Succession service.</summary>
    public abstract KillableProcess Projecting { get; }

    /// <summary>Starts everything, from nothing.</summary>
    public abstract Task StartAsync(CancellationToken cancel);

    /// <summary>Where a service answers gRPC.</summary>
    public abstract Uri Grpc(string service);

    /// <summary>Where the pages are; null when nobody can sign in there.</summary>
    public abstract Uri? Pages { get; }

    /// <summary>Opens the database of a service.</summary>
    public abstract Task<DbConnection> OpenAsync(string service, CancellationToken cancel);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
