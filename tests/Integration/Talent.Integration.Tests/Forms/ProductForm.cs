using System.Net;
using Talent.Integration.Tests.Telemetry;
using Talent.Testing;

namespace Talent.Integration.Tests.Forms;

/// <summary>One of the two ways to run the product, started once for a class of tests and stopped behind it.</summary>
public abstract class ProductForm : IAsyncLifetime
{
    private const string Loaded = "Demonstration data: complete";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);
    private static readonly Random Ports = new(Environment.ProcessId);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private ProgramProcess _program = null!;

    /// <summary>What the form is called in the report and in the names of screenshots.</summary>
    public abstract string Name { get; }

    /// <summary>Where the pages are.</summary>
    public Uri Portal { get; private set; } = null!;

    /// <summary>What the form exports.</summary>
    public Collector Collector { get; private set; } = null!;

    /// <summary>What its processes write to the console.</summary>
    public string Output => _program.Output;

    /// <summary>The services whose spans an appointment's end passes through, in their order.</summary>
    public abstract (string Portal, string Roles, string Succession) Services { get; }

    /// <summary>A folder of its own; servers under users of their own may pass through it.</summary>
    protected string Folder { get; private set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Folder = Directory.CreateTempSubdirectory("talent-integration-").FullName;
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Collector = await Collector.StartAsync();
        Portal = new Uri($"http://localhost:{NextPort()}");
        _program = Start();
        await AwaitAsync("the portal is healthy", IsHealthyAsync);
        await AwaitAsync("the demonstration data is loaded", () => Task.FromResult(
            Collector.LogLines.Any(line => line.StartsWith(Loaded, StringComparison.Ordinal))));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _http.Dispose();
        using (_program)
        {
            var started = Sessions.Recorded(Folder);
            await _program.StopAsync();
            if (Sessions.Running(started) is { Count: > 0 } left)
                throw new InvalidOperationException($"Left behind: {string.Join("; ", left)}");
        }
        await Collector.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The status with which a page answers somebody who is not signed in.</summary>
    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(Portal, path), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Starts the program with its pages at <see cref="Portal"/>.</summary>
    private protected abstract ProgramProcess Start();

    /// <summary>A port that nobody listens on.</summary>
    protected static int NextPort() => FreePort.Next(Ports);

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            return await StatusOfAsync("/health") == HttpStatusCode.OK;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task AwaitAsync(string what, Func<Task<bool>> holds)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (_program.HasEnded || TimeProvider.System.GetElapsedTime(start) > StartLimit)
                throw new InvalidOperationException($"{Name}: waited in vain until {what}:\n{_program.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
