using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Talent.Testing;

namespace Talent.Integration.Tests.Forms;

/// <summary>A program of the product, from its build output.</summary>
internal sealed partial class ProgramProcess : IDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private static readonly string Configuration =
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    /// <summary>Starts a program.</summary>
    /// <param name="project">Folder of the project below the repository.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Its variables, beside those of the tests.</param>
    public ProgramProcess(string project, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var folder = Path.Combine(Repository.Root, project);
        var program = Path.Combine(folder, "bin", Configuration, "net10.0", Path.GetFileName(project) + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Everything it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Asks it to stop and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end, or not well.</exception>
    public async Task StopAsync()
    {
        if (!_process.HasExited)
            _ = Signal(_process.Id, Terminate);
        using var limit = new CancellationTokenSource(StopLimit, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            _process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The program did not stop within {StopLimit}:\n{Output}", late);
        }
        if (_process.ExitCode != 0)
            throw new InvalidOperationException($"The program ended with exit code {_process.ExitCode}:\n{Output}");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
