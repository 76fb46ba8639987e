using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>A parameter or a connection string: there when it is asked for.</summary>
internal sealed class ValueRun : IResourceRun
{
    public IReadOnlyList<ChildProcess> Processes => [];

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static bool Is(Resource resource) => resource is ParameterResource or ConnectionStringResource or ConfiguredConnectionString;
}
