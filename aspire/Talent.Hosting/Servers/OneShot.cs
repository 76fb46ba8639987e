using System.Diagnostics;
using ProcessThread = Aspire.Hosting.Running.ProcessThread;

namespace Aspire.Hosting.Servers;

/// <summary>Runs a small tool to its end.</summary>
internal static class OneShot
{
    /// <summary>What the tool printed.</summary>
    /// <param name="command">The tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">Variables beside those of the host.</param>
    /// <param name="user">The user of the system to run it as; null for the host's own.</param>
    /// <param name="cancellationToken">Kills the tool.</param>
    /// <exception cref="DistributedApplicationException">It ended with an exit code other than 0.</exception>
    public static async Task<string> RunAsync(
        string command,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string>? variables = null,
        string? user = null,
        CancellationToken cancellationToken = default)
    {
        string[] line = user is null
            ? [command, .. arguments]
            : ["setpriv", $"--reuid={user}", $"--regid={user}", "--init-groups", "--", command, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        using var process = await ProcessThread.RunAsync(() => Process.Start(start)!);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0)
                return await output;
            var words = (await errors + await output).Trim().ReplaceLineEndings(" ");
            throw new DistributedApplicationException($"{Path.GetFileName(command)} ended with exit code {process.ExitCode}: {words}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
