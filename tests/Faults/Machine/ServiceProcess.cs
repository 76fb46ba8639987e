using System.Diagnostics;
using Talent.Testing;

namespace Talent.Faults.Tests.Machine;

/// <summary>A service of the product, from its build output, healthy when its own health check says so.</summary>
internal sealed class ServiceProcess(string name, string project, Uri health, IReadOnlyDictionary<string, string> environment, HttpClient http)
    : KillableProcess(name)
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <inheritdoc />
    protected override ProcessStartInfo Command() => Command([]);

    /// <summary>Runs the service with arguments, to its end: its migration.</summary>
    public async Task RunAsync(IReadOnlyDictionary<string, string> extra, params string[] arguments)
    {
        var command = Command(arguments);
        foreach (var (variable, value) in extra) command.Environment[variable] = value;
        command.RedirectStandardOutput = command.RedirectStandardError = true;
        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Name} {string.Join(' ', arguments)} failed:\n{await output}{await error}");
    }

    /// <inheritdoc />
    protected override async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(health, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            // Not listening yet, or too busy starting to answer in time.
            return false;
        }
    }

    private ProcessStartInfo Command(string[] arguments)
    {
        var folder = Path.Combine(Repository.Root, "services", project);
        var program = Path.Combine(folder, "bin", Configuration, "net10.0", project + ".dll");
        var command = new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = folder };
        foreach (var (variable, value) in environment) command.Environment[variable] = value;
        return command;
    }
}
