using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Servers;

namespace Aspire.Hosting.Running;

/// <summary>Starts, watches and stops the resources of an application.</summary>
internal sealed class ApplicationRun(DistributedApplicationBuilder builder) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Lock _gate = new();
    private readonly List<(Resource Resource, IResourceRun Run)> _runs = [];
    private readonly List<Task> _tasks = [];
    private readonly CancellationTokenSource _stop = new();
    private RunContext? _context;
    private Task? _stopping;

    /// <summary>The processes that run now, by resource.</summary>
    public IReadOnlyList<(string Resource, int Id)> Processes
    {
        get
        {
            lock (_gate)
            {
                return [.. from each in _runs
                           from process in each.Run.Processes
                           where !process.Exited.IsCompleted
                           select (each.Resource.Name, process.Id)];
            }
        }
    }

    /// <summary>Checks that the application can run and sets every resource going.</summary>
    /// <exception cref="DistributedApplicationException">It cannot run; nothing was started.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!OperatingSystem.IsLinux())
            throw new DistributedApplicationException("This host runs on Linux only; elsewhere use the official packages.");
        RunFolder.Sweep(builder.HostRoot);
        WaitOrder.RequireNoCircle(builder.Resources);
        NativeServer.RequireInstalled(builder.Resources);
        Ports.Assign(builder.Resources);
        Ports.RequireFree(builder.Resources);
        string[] names = [.. builder.Resources.Where(each => !ValueRun.Is(each)).Select(each => each.Name)];
        _context = new RunContext(
            builder.ExecutionContext,
            RunFolder.Create(builder.HostRoot),
            builder.Volumes,
            new ConsoleLog(builder.Output, names, ConsoleLog.WantsColours));
        lock (_gate)
            _tasks.AddRange(builder.Resources.Select(each => Task.Run(() => RunAsync(each, _context), CancellationToken.None)));
        return Task.CompletedTask;
    }

    /// <summary>Completes only when the host itself fails, with its exception.</summary>
    public async Task FailureAsync(CancellationToken cancellationToken)
    {
        await foreach (var task in Task.WhenEach(_tasks).WithCancellation(cancellationToken))
            await task;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    /// <summary>Stops everything: the application's own processes first, their servers after them.</summary>
    public Task StopAsync()
    {
        lock (_gate)
            return _stopping ??= StopOnceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task StopOnceAsync()
    {
        if (_context is null)
            return;
        await _stop.CancelAsync();
        var all = Task.WhenAll(_tasks);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await StopProcessesAsync(each => each is not ContainerResource);
        await StopProcessesAsync(each => each is ContainerResource);
        foreach (var (_, run) in _runs)
            await run.DisposeAsync();
        _context.Folder.Remove();
        await all; // a failure of the host itself is reported after everything has stopped
    }

    private Task StopProcessesAsync(Func<Resource, bool> which) => Task.WhenAll(
        from each in _runs
        where which(each.Resource)
        from process in each.Run.Processes
        select process.StopAsync());

    private async Task RunAsync(Resource resource, RunContext context)
    {
        try
        {
            if (await BlockedAsync(resource) is { } obstacle)
            {
                Fail(resource, context, $"not started, because {obstacle}");
                return;
            }
            var run = Create(resource, context);
            lock (_gate)
                _runs.Add((resource, run));
            await run.StartAsync(_stop.Token);
            await WatchAsync(resource, run, context);
        }
        catch (DistributedApplicationException impossible)
        {
            Fail(resource, context, impossible.Message);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            resource.Progress.HasFailed("was stopped");
        }
    }

    private static IResourceRun Create(Resource resource, RunContext context) => resource switch
    {
        ProjectResource or ExecutableResource => new ProcessRun(resource, context),
        ContainerResource server => new ServerRun(NativeServer.For(server), context),
        PostgresDatabaseResource database => new DatabaseRun(database),
        _ when ValueRun.Is(resource) => new ValueRun(),
        _ => throw new NotSupportedException($"This host cannot run a {resource.GetType().Name}."),
    };

    // The reason why the resource will never start; null as soon as it may.
    private async Task<string?> BlockedAsync(Resource resource)
    {
        foreach (var wait in resource.Waits)
        {
            var name = wait.Dependency.Name;
            var progress = wait.Dependency.Model().Progress;
            if (wait.ExitCode is { } expected)
            {
                var end = await progress.Ended.WaitAsync(_stop.Token);
                if (end.ExitCode != expected)
                    return $"{name} {end.Reason}";
            }
            else if (await progress.Ready.WaitAsync(_stop.Token) is { } reason)
            {
                return $"{name} {reason}";
            }
            else if (progress.Ended.IsCompleted)
            {
                return $"{name} {(await progress.Ended).Reason}";
            }
        }
        return null;
    }

    private async Task WatchAsync(Resource resource, IResourceRun run, RunContext context)
    {
        var ended = Task.WhenAll(run.Processes.Select((each, index) => AwaitEndAsync(resource, each, index, run, context)));
        if (await BecomesReadyAsync(run, ended))
        {
            if (!ValueRun.Is(resource))
                context.Log.Write(resource.Name, ReadyLine.Of(resource));
            resource.Progress.HasBecomeReady();
        }
        if (run.Processes.Count == 0)
            return;
        var codes = await ended.WaitAsync(_stop.Token);
        resource.Progress.HasEnded(codes.FirstOrDefault(each => each != 0));
    }

    // Asks until the answer is yes, or every process has ended.
    private async Task<bool> BecomesReadyAsync(IResourceRun run, Task ended)
    {
        while (!await run.IsReadyAsync(_stop.Token))
        {
            if (run.Processes.Count > 0 && ended.IsCompleted)
                return false;
            await Task.Delay(Pause, TimeProvider.System, _stop.Token);
        }
        return true;
    }

    private async Task<int> AwaitEndAsync(Resource resource, ChildProcess process, int index, IResourceRun run, RunContext context)
    {
        var code = await process.Exited;
        if (_stop.IsCancellationRequested)
            return code;
        var which = resource is ProjectResource { Replicas: > 1 } ? $"replica {index + 1} " : "";
        var line = $"{which}ended with exit code {code}; it is not restarted";
        if (code == 0)
            context.Log.Write(resource.Name, line);
        else
            context.Log.WriteFailure(resource.Name, line);
        return code;
    }

    private static void Fail(Resource resource, RunContext context, string reason)
    {
        // The line comes first: whoever waits for the end may look for it in the log.
        context.Log.WriteFailure(resource.Name, reason);
        resource.Progress.HasFailed(reason.StartsWith("not ", StringComparison.Ordinal) ? "was " + reason : "failed: " + reason);
    }
}
