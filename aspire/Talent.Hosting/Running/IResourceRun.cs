namespace Aspire.Hosting.Running;

/// <summary>A resource that is being run.</summary>
internal interface IResourceRun : IAsyncDisposable
{
    /// <summary>The processes started so far.</summary>
    IReadOnlyList<ChildProcess> Processes { get; }

    /// <summary>Starts its processes.</summary>
    /// <exception cref="DistributedApplicationException">It cannot start; the message ends a sentence about the resource.</exception>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Whether it answers now.</summary>
    /// <exception cref="DistributedApplicationException">It never will.</exception>
    Task<bool> IsReadyAsync(CancellationToken cancellationToken);
}
