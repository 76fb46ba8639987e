namespace Aspire.Hosting.Tests;

/// <summary>What prevents the start is one sentence on the console and exit code 1, without a stack trace.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--publisher", "manifest")]
    [InlineData("--operation", "publish")]
    public async Task Run_PublishArguments_NeedTheOfficialPackages(params string[] arguments)
    {
        using var host = new HostProcess(_folder.Path, arguments);
        Assert.Equal(1, await host.AwaitEndAsync());
        Assert.Equal(
            "Publishing needs the official packages: build and run the AppHost with -p:UseOfficialPackages=true.", host.Output.Trim());
    }

    [Fact]
    public async Task Run_ServersMissing_NamesThemWithTheInstallCommand()
    {
        using var host = new HostProcess(_folder.Path, ["--Servers=true"], path: Path.Combine(_folder.Path, "empty"));
        Assert.Equal(1, await host.AwaitEndAsync());
        Assert.Equal(
            "Not on this machine, but needed by the application: rabbitmq-server, redis-server; "
            + "install with: apt-get install rabbitmq-server redis-server",
            host.Output.Trim());
    }
}
