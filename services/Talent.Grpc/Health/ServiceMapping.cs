namespace Grpc.AspNetCore.HealthChecks;

/// <summary>The health checks that decide about one service.</summary>
public sealed class ServiceMapping
{
    readonly Func<HealthCheckMapContext, bool> predicate;

    internal ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        this.predicate = predicate ?? throw new ArgumentNullException(nameof(predicate));
    }

    /// <summary>Full name of the service; empty for the whole server.</summary>
    public string Name { get; }

    internal bool Includes(string check, IEnumerable<string> tags) => predicate(new(check, tags));
}
