using Aspire.Hosting.Running;

namespace Aspire.Hosting.Servers;

/// <summary>Runs a server in a folder that goes with the run, or in its volume.</summary>
internal sealed class ServerRun(NativeServer server, RunContext context) : IResourceRun
{
    private readonly List<ChildProcess> _processes = [];
    private IDisposable? _volume;

    public IReadOnlyList<ChildProcess> Processes => _processes;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = await FolderAsync(cancellationToken);
        await server.StartAsync(folder, LaunchAsync, cancellationToken);
    }

    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => server.AnswersAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        _volume?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task LaunchAsync(ProcessStart start) =>
        _processes.Add(await ChildProcess.StartAsync(start, context.Folder, context.Log));

    private async Task<string> FolderAsync(CancellationToken cancellationToken)
    {
        string folder;
        if (server.Resource.Volume is { } volume)
            (folder, _volume) = context.Volumes.Open(volume);
        else
            folder = HostFolder.Create(context.Folder.Path, server.Resource.Name);
        if (server.User is { } user)
            await OneShot.RunAsync("chown", ["-R", $"{user}:{user}", folder], cancellationToken: cancellationToken);
        return folder;
    }
}
