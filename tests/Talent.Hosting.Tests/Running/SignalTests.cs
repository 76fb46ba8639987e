namespace Aspire.Hosting.Tests;

/// <summary>However the host ends, nothing that it started stays behind for good.</summary>
public sealed class SignalTests : IDisposable
{
    private const int HangUp = 1;
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    [InlineData(HangUp)]
    public async Task Signal_ProcessesRun_EndsThemAllAndTheirChildren(int signal)
    {
        using var host = Start();
        await host.AwaitOutputAsync("| born");
        await host.AwaitOutputAsync("web    | ready");
        Assert.True(host.Family().Count >= 5, string.Join('\n', host.Family()));
        host.Signal(signal);
        Assert.Equal(0, await host.AwaitEndAsync());
        Assert.Empty(host.Family());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "runs")));
    }

    [Fact]
    public async Task Signal_ServersRun_EndsThemAll()
    {
        using var host = Start("--Servers=true");
        await host.AwaitOutputAsync("client    | ready");
        Assert.Contains(host.Family(), each => each.Contains("beam.smp", StringComparison.Ordinal));
        Assert.Contains(host.Family(), each => each.Contains("epmd", StringComparison.Ordinal));
        Assert.Contains(host.Family(), each => each.Contains("redis-server", StringComparison.Ordinal));
        Assert.Contains(host.Family(), each => each.Contains("postgres", StringComparison.Ordinal));
        host.Signal(Terminate);
        Assert.Equal(0, await host.AwaitEndAsync());
        Assert.Empty(host.Family());
    }

    [Fact]
    public async Task Kill_ServersRun_TheKernelStopsThemAndTheNextRunSweepsTheRest()
    {
        using var killed = Start("--Servers=true");
        await killed.AwaitOutputAsync("client    | ready");
        await killed.AwaitOutputAsync("| born");
        killed.Signal(Kill);
        await killed.AwaitEndAsync();
        // What the kernel tells to stop does; the deaf grandchild waits for the next run, as does the folder.
        using var next = Start();
        await next.AwaitOutputAsync("| born");
        Assert.Empty(await killed.AwaitNoFamilyAsync(TimeSpan.FromSeconds(5)));
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(_folder.Path, "runs")));
        next.Signal(Terminate);
        Assert.Equal(0, await next.AwaitEndAsync());
    }

    [Fact]
    public async Task Kill_ProcessesRun_TheyStopWithoutANextRun()
    {
        using var host = Start();
        await host.AwaitOutputAsync("web    | ready");
        host.Signal(Kill);
        await host.AwaitEndAsync();
        var start = TimeProvider.System.GetTimestamp();
        while (host.Family().Any(each => each.Contains("Talent.Hosting.Sample.dll", StringComparison.Ordinal)))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(20), string.Join('\n', host.Family()));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
        Running.RunFolder.Sweep(_folder.Path);
        Assert.Empty(await host.AwaitNoFamilyAsync(TimeSpan.FromSeconds(5)));
    }

    private HostProcess Start(params string[] arguments) => new(_folder.Path, arguments);
}
