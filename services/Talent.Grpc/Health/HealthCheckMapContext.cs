namespace Grpc.AspNetCore.HealthChecks;

/// <summary>A registered health check, to be mapped to a service or not.</summary>
/// <param name="name">Name of the check.</param>
/// <param name="tags">Tags of the check.</param>
public sealed class HealthCheckMapContext(string name, IEnumerable<string> tags)
{
    /// <summary>Name of the check.</summary>
    public string Name { get; } = name;

    /// <summary>Tags of the check.</summary>
    public IEnumerable<string> Tags { get; } = tags;
}
