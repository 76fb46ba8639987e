using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Talent.Faults.Tests.Machine;

/// <summary>A process of the product or a server it needs, that is killed with -9 and started again on the same ports and data.</summary>
internal abstract partial class KillableProcess(string name) : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);
    private const int Terminate = 15;
    private const int LinesKept = 60;

    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    /// <summary>What it is called in the report.</summary>
    public string Name { get; } = name;

    /// <summary>The last lines it wrote.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>What to run.</summary>
    protected abstract ProcessStartInfo Command();

    /// <summary>Whether it answers.</summary>
    protected abstract Task<bool> IsReadyAsync(CancellationToken cancel);

    /// <summary>Which process takes the signal: the one started, unless that is only a wrapper.</summary>
    protected virtual int Target(Process process) => process.Id;

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        var command = Command();
        command.RedirectStandardOutput = command.RedirectStandardError = command.RedirectStandardInput = true;
        _process = new Process { StartInfo = command };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(cancel))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > StartLimit)
                throw new InvalidOperationException($"{Name} did not start:\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
        }
    }

    /// <summary>Kills it with -9.</summary>
    public async Task KillAsync()
    {
        if (_process is not { HasExited: false } process) return;
        var target = Target(process);
        if (target == process.Id) process.Kill(entireProcessTree: true);
        else using (var inner = Process.GetProcessById(target)) inner.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, and kills it when it does not.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false } process)
        {
            _ = Signal(Target(process), Terminate);
            using var limit = new CancellationTokenSource(StopLimit, TimeProvider.System);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        _process?.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        while (_output.Count > LinesKept) _output.TryDequeue(out _);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
