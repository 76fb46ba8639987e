using System.Collections;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Which registered health checks decide about which service.</summary>
public sealed class ServiceMappingCollection : IEnumerable<ServiceMapping>
{
    readonly Dictionary<string, ServiceMapping> mappings = [];

    /// <summary>Lets the checks that a predicate chooses decide about a service, instead of those chosen before.</summary>
    /// <param name="name">Full name of the service; empty for the whole server.</param>
    /// <param name="predicate">Chooses the checks.</param>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate) => mappings[name] = new(name, predicate);

    /// <summary>Forgets a service.</summary>
    /// <param name="name">Full name of the service.</param>
    public void Remove(string name) => mappings.Remove(name);

    /// <summary>Forgets every service.</summary>
    public void Clear() => mappings.Clear();

    /// <inheritdoc/>
    public IEnumerator<ServiceMapping> GetEnumerator() => mappings.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal ServiceMapping? Find(string name) => mappings.GetValueOrDefault(name);
}
