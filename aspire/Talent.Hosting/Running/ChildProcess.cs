using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>
/// A running process, first of a session of its own: a Ctrl-C in the terminal reaches the host alone, and whatever the process starts ends
/// with it. The kernel tells it to stop when the host is killed.
/// </summary>
internal sealed class ChildProcess
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    // What a project must not inherit from the AppHost, which is a project itself.
    private static readonly string[] NotInherited =
        ["ASPNETCORE_URLS", "DOTNET_LAUNCH_PROFILE", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly long _start;
    private readonly int _stopSignal;

    private ChildProcess(Process process, int stopSignal)
    {
        _process = process;
        _stopSignal = stopSignal;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _exited.TrySetResult();
        _process.Start();
        Id = _process.Id;
        _start = ProcessTable.StartOf(Id) ?? 0;
        _process.StandardInput.Close();
    }

    public int Id { get; }

    /// <summary>Completes with the exit code, after the last line of the log.</summary>
    public Task<int> Exited { get; private set; } = Task.FromResult(0);

    /// <summary>Starts a process, notes it down in the run's record and copies its output to the log.</summary>
    /// <exception cref="DistributedApplicationException">There is no such program.</exception>
    public static async Task<ChildProcess> StartAsync(ProcessStart start, RunFolder run, ConsoleLog log)
    {
        var command = Programs.Find(start.Command, start.Folder)
            ?? throw new DistributedApplicationException($"the program '{start.Command}' was not found.");
        if (!Directory.Exists(start.Folder))
            throw new DistributedApplicationException($"its folder {start.Folder} does not exist.");
        var child = await ProcessThread.RunAsync(() => new ChildProcess(Describe(start, command), start.StopSignal));
        run.Record(child.Id, child._start);
        child.Exited = child.FollowAsync(start.Resource, log);
        return child;
    }

    /// <summary>Asks the process to stop, insists after ten seconds, and ends whatever it has left behind.</summary>
    public async Task StopAsync()
    {
        if (!_exited.Task.IsCompleted)
            ProcessTable.Signal(Id, _stopSignal);
        await Task.WhenAny(_exited.Task, Task.Delay(Grace, TimeProvider.System));
        ProcessTable.KillSession(Id, _start);
        await Exited;
        _process.Dispose();
    }

    private static Process Describe(ProcessStart start, string command)
    {
        var signal = start.StopSignal == ProcessStart.Interrupt ? "INT" : "TERM";
        string[] user = start.User is { } account ? [$"--reuid={account}", $"--regid={account}", "--init-groups"] : [];
        var description = new ProcessStartInfo("setsid", ["setpriv", .. user, "--pdeathsig", signal, "--", command, .. start.Arguments])
        {
            WorkingDirectory = start.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in NotInherited)
            description.Environment.Remove(name);
        foreach (var (variable, value) in start.Variables)
            description.Environment[variable] = value;
        return new Process { StartInfo = description };
    }

    private async Task<int> FollowAsync(string resource, ConsoleLog log)
    {
        var output = Task.WhenAll(CopyAsync(_process.StandardOutput), CopyAsync(_process.StandardError));
        await _exited.Task;
        // A grandchild may hold the output open for ever.
        await Task.WhenAny(output, Task.Delay(LastWords, TimeProvider.System));
        return _process.ExitCode;

        async Task CopyAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
                log.Write(resource, line);
        }
    }
}
