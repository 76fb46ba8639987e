using Aspire.Hosting.Running;

namespace Aspire.Hosting.Tests;

public sealed class WaitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DistributedApplicationBuilder _builder;

    public WaitTests() => _builder = TestBuilder.Create(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WaitForCompletion_ExpectedExitCode_StartsTheWaiterAfterIt()
    {
        var first = Shell("first", "sleep 0.3; echo one; exit 3");
        Shell("second", "echo two").WaitForCompletion(first, exitCode: 3);
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Equal("ended with exit code 0", await application.EndedAsync("second"));
        var lines = application.Log.ToList();
        Assert.True(lines.FindIndex(each => each.EndsWith("| one", StringComparison.Ordinal))
            < lines.FindIndex(each => each.EndsWith("| two", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WaitForCompletion_OtherExitCode_FailsTheWaiterAndTheirWaiters()
    {
        var first = Shell("first", "exit 4");
        var second = Shell("second", "echo never").WaitForCompletion(first);
        Shell("third", "echo never").WaitFor(second);
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Equal("was not started, because first ended with exit code 4", await application.ReadyAsync("second"));
        Assert.Equal(
            "was not started, because second was not started, because first ended with exit code 4",
            await application.ReadyAsync("third"));
        Assert.EndsWith("| not started, because first ended with exit code 4", await application.LineAsync("second | not"), StringComparison.Ordinal);
        Assert.DoesNotContain(application.Log, each => each.Contains("never", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WaitFor_DependencyEndedBeforeItWasHealthy_FailsTheWaiter()
    {
        var first = Shell("first", "sleep 0.2; exit 5").WithHttpEndpoint().WithHttpHealthCheck();
        Shell("second", "echo never").WaitFor(first);
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Equal("was not started, because first ended with exit code 5 before it was ready", await application.ReadyAsync("second"));
    }

    [Fact]
    public async Task WaitFor_ProgramMissing_FailsBothInOneLineEach()
    {
        var first = _builder.AddExecutable("first", "no-such-program", ".");
        Shell("second", "echo never").WaitFor(first);
        await using var application = await RunningApplication.StartAsync(_builder);
        Assert.Equal(
            "was not started, because first failed: the program 'no-such-program' was not found.", await application.ReadyAsync("second"));
        Assert.Single(application.Log, each => each.StartsWith("first ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_PortTaken_IsRefusedWithTheResourceAndThePort()
    {
        var port = Ports.Free();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        other.Start();
        Shell("program", "echo never").WithHttpEndpoint(port: port);
        var refusal = await Assert.ThrowsAsync<DistributedApplicationException>(() => RunningApplication.StartAsync(_builder));
        Assert.Equal($"program needs port {port}, on which another program listens already.", refusal.Message);
    }

    [Fact]
    public async Task Run_ParameterMissing_FailsOnlyWhatNeedsIt()
    {
        Shell("needs", "echo never").WithEnvironment("KEY", _builder.AddParameter("key"));
        Shell("other", "echo fine");
        await using var application = await RunningApplication.StartAsync(_builder);
        await application.LineAsync("| fine");
        Assert.Contains("Parameters__key", await application.LineAsync("needs | "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ProcessEnds_IsReportedOnceAndNotRestarted()
    {
        Shell("program", "echo ran; exit 6");
        await using var application = await RunningApplication.StartAsync(_builder);
        await application.EndedAsync("program");
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        Assert.Single(application.Log, each => each.EndsWith("| ended with exit code 6; it is not restarted", StringComparison.Ordinal));
        Assert.Single(application.Log, each => each.EndsWith("| ran", StringComparison.Ordinal));
    }

    private ApplicationModel.IResourceBuilder<ApplicationModel.ExecutableResource> Shell(string name, string script) =>
        _builder.AddExecutable(name, "/bin/sh", "/", "-c", script);
}
