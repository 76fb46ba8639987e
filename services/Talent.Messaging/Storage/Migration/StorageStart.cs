using Microsoft.Extensions.Hosting;

namespace Talent.Messaging.Storage;

/// <summary>Before anything else starts: takes the data folder and migrates its files, or checks the schema of the databases.</summary>
internal sealed class StorageStart(IEnumerable<IStorageMigration> storages) : IHostedLifecycleService, IDisposable
{
    private readonly List<DataFolder> _folders = [];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var storage in storages)
        {
            if (storage.DataFolder is { } folder)
                _folders.Add(DataFolder.Hold(folder));
            if (storage.MigratesAtStart)
                await storage.MigrateAsync(role: null, cancellationToken);
            else
                await storage.CheckAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (var folder in _folders)
            folder.Dispose();
        _folders.Clear();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
