using System.Diagnostics;
using System.Globalization;

namespace Talent.Benchmarks.Engine;

/// <summary>A peer in Debian's Python, timed inside its own process: without its start and without reading the problem.</summary>
sealed class PythonPeer : IDisposable
{
    readonly Process process;

    PythonPeer(Process process) => this.process = process;

    /// <summary>Starts a peer and waits until it has read its problem.</summary>
    /// <param name="script">Its file beside this program.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <exception cref="InvalidOperationException">The peer did not start.</exception>
    public static async Task<PythonPeer> Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Engine", "Peers", script));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // Set for old builds on some machines, they would slow numpy down.
        start.Environment.Remove("OPENBLAS_CORETYPE");
        start.Environment.Remove("OPENBLAS_L2_SIZE");
        var peer = new PythonPeer(Process.Start(start)!);
        if (await peer.process.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException($"{script} did not start; see its message above.");
        return peer;
    }

    /// <summary>Lets the peer work for a time.</summary>
    /// <param name="length">How long at least.</param>
    public async Task<EngineRound> Play(TimeSpan length)
    {
        await process.StandardInput.WriteLineAsync(length.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        await process.StandardInput.FlushAsync();
        var answer = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The peer ended; see its message.");
        double[] numbers = [.. answer.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return new EngineRound(numbers[0], TimeSpan.FromSeconds(numbers[1]), numbers[2]);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
