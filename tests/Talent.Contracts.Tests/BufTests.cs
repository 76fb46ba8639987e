using System.Diagnostics;

namespace Talent.Contracts.Tests;

/// <summary>The contracts as `buf` judges them: style, comments, and whether published ones still hold.</summary>
public sealed class BufTests
{
    [Fact]
    public async Task Lint_EveryContract_IsClean() => Assert.Equal((0, ""), await RunAsync("lint"));

    [Fact]
    public async Task Breaking_AgainstPublishedContracts_FindsNothing() =>
        Assert.Equal((0, ""), await RunAsync("breaking", "--against", "published.binpb"));

    [Fact]
    public async Task Format_EveryContract_IsClean() => Assert.Equal((0, ""), await RunAsync("format", "--diff", "--exit-code"));

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var buf = Path.Combine(Repository.Contracts, "node_modules", ".bin", "buf");
        Assert.True(File.Exists(buf), "buf is not installed: run `npm ci` in the folder proto, or tests/run, which does.");
        var start = new ProcessStartInfo(buf, arguments)
        {
            WorkingDirectory = Repository.Contracts,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output + await error).Trim());
    }
}
