using System.Collections.Concurrent;
using System.Diagnostics;

namespace Talent.Grpc.Tests.Peers;

/// <summary>A program of a peer while it runs. It ends when its input closes, so it never outlives the tests.</summary>
public sealed class PeerProcess : IAsyncDisposable
{
    readonly Process process;
    readonly ConcurrentQueue<string> errors = new();

    PeerProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    public static PeerProcess Start(string command, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new PeerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start."));
    }

    /// <summary>The next line of output; null at its end.</summary>
    public async Task<string?> ReadLine(TimeSpan limit) =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(limit);

    /// <summary>Every line of output until the program ends.</summary>
    public async Task<IReadOnlyList<string>> ReadToEnd(TimeSpan limit)
    {
        using var passed = new CancellationTokenSource(limit, TimeProvider.System);
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(passed.Token) is { } line)
            lines.Add(line);
        await process.WaitForExitAsync(passed.Token);
        return lines;
    }

    /// <summary>The exit code, once the program has ended.</summary>
    public async Task<int> Wait(TimeSpan limit)
    {
        await ReadToEnd(limit);
        return process.ExitCode;
    }

    public string Errors => string.Join('\n', errors);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
            await Task.WhenAny(process.WaitForExitAsync(patience.Token));
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
