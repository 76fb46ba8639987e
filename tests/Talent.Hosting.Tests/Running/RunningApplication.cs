using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests;

/// <summary>An application that a test runs inside its own process; its log is kept.</summary>
internal sealed class RunningApplication : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);
    private readonly StringWriter _output = new();
    private readonly DistributedApplicationBuilder _builder;
    private readonly DistributedApplication _application;

    private RunningApplication(DistributedApplicationBuilder builder)
    {
        _builder = builder;
        _builder.Output = TextWriter.Synchronized(_output);
        _application = builder.Build();
    }

    /// <summary>The lines of the log so far.</summary>
    public IReadOnlyList<string> Log => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The ids of the processes of a resource that run now.</summary>
    public IReadOnlyList<int> ProcessesOf(string name) =>
        [.. _application.Processes.Where(each => each.Resource == name).Select(each => each.Id)];

    public static async Task<RunningApplication> StartAsync(DistributedApplicationBuilder builder)
    {
        var application = new RunningApplication(builder);
        await application._application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    /// <summary>Waits until the resource is ready; null, or the reason why it never will be.</summary>
    public Task<string?> ReadyAsync(string name) => Find(name).Progress.Ready.WaitAsync(Limit, TimeProvider.System);

    /// <summary>Waits until the resource has ended and tells how.</summary>
    public async Task<string> EndedAsync(string name) => (await Find(name).Progress.Ended.WaitAsync(Limit, TimeProvider.System)).Reason;

    /// <summary>Waits until a line of the log contains all of the texts, and returns it.</summary>
    public async Task<string> LineAsync(params IReadOnlyList<string> texts)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        while (true)
        {
            if (Log.FirstOrDefault(each => texts.All(text => each.Contains(text, StringComparison.Ordinal))) is { } line)
                return line;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>The address of an endpoint.</summary>
    public Uri Address(string name, string endpoint) =>
        new(new EndpointReference((IResourceWithEndpoints)Find(name), endpoint).Url);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Resource Find(string name) => _builder.Resources.Single(each => each.Name == name);
}
