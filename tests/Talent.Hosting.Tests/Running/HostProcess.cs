using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aspire.Hosting.Running;
using Talent.Testing;

namespace Aspire.Hosting.Tests;

/// <summary>
/// The sample AppHost as a process of its own. Its descendants are known by a mark in their environment, which servers overwrite with their
/// title, and by the sessions in the record of the run.
/// </summary>
internal sealed class HostProcess : IDisposable
{
    private const string Mark = "TALENT_HOSTING_TEST";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);
    private static int _count;
    private readonly string _mark = string.Create(
        CultureInfo.InvariantCulture, $"{Mark}={Environment.ProcessId}.{Interlocked.Increment(ref _count)}");
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly HashSet<(int Session, long Start)> _sessions = [];
    private readonly string _folder;

    /// <summary>Starts the host.</summary>
    /// <param name="hostFolder">Where it keeps its records and volumes.</param>
    /// <param name="arguments">Its other arguments.</param>
    /// <param name="path">Its PATH; null for that of the tests.</param>
    public HostProcess(string hostFolder, IReadOnlyList<string> arguments, string? path = null)
    {
        _folder = hostFolder;
        var folder = Path.Combine(Repository.Root, "tests", "Talent.Hosting.SampleHost", "bin", "Debug", "net10.0");
        var start = new ProcessStartInfo(Path.Combine(folder, "Talent.Hosting.SampleHost"), [$"--HostFolder={hostFolder}", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Mark] = _mark[(Mark.Length + 1)..];
        if (path is not null)
            start.Environment["PATH"] = path;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The commands of the host and its descendants that run now.</summary>
    public IReadOnlyList<string> Family()
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"{_process.Id}-");
        foreach (var file in Directory.EnumerateFiles(_folder, "sessions", SearchOption.AllDirectories).Where(each => each.Contains(own, StringComparison.Ordinal)))
            _sessions.UnionWith(File.ReadLines(file).Select(Session));
        var inSessions = _sessions.SelectMany(each => ProcessTable.OfSession(each.Session, each.Start));
        var marked = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(each => char.IsAsciiDigit(each![0]))
            .Select(each => int.Parse(each!, CultureInfo.InvariantCulture))
            .Where(each => Read(each, "environ").Contains(_mark, StringComparer.Ordinal));
        return [.. inSessions.Union(marked).Select(each => string.Join(' ', Read(each, "cmdline"))).Where(each => each.Length > 0)];

        static (int Session, long Start) Session(string line)
        {
            var fields = line.Split(' ');
            return (int.Parse(fields[0], CultureInfo.InvariantCulture), long.Parse(fields[1], CultureInfo.InvariantCulture));
        }
    }

    private static string[] Read(int id, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/{file}")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return []; // it ended while it was looked at, or belongs to somebody else
        }
    }

    public void Signal(int signal) => ProcessTable.Signal(_process.Id, signal);

    public async Task AwaitOutputAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, $"The host ended before '{text}':\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>Waits until the host has ended, and returns its exit code.</summary>
    public async Task<int> AwaitEndAsync()
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The host did not end; there are\n{string.Join('\n', Family())}\nand it said\n{Output}");
        }
        return _process.ExitCode;
    }

    /// <summary>Waits until nothing of the family is left, and returns what is left when it takes too long.</summary>
    public async Task<IReadOnlyList<string>> AwaitNoFamilyAsync(TimeSpan limit)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (Family() is { Count: > 0 } left)
        {
            if (TimeProvider.System.GetElapsedTime(start) > limit)
                return left;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
        return [];
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
