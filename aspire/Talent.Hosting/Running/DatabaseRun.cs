using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Servers;

namespace Aspire.Hosting.Running;

/// <summary>Creates a database once its server is ready; it has no process of its own.</summary>
internal sealed class DatabaseRun(PostgresDatabaseResource database) : IResourceRun
{
    public IReadOnlyList<ChildProcess> Processes => [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var server = database.Parent;
        if (await server.Progress.Ready.WaitAsync(cancellationToken) is { } reason)
            throw new DistributedApplicationException($"not created, because {server.Name} {reason}");
        await PostgresClient.CreateDatabaseAsync(server, database.DatabaseName, cancellationToken);
    }

    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
