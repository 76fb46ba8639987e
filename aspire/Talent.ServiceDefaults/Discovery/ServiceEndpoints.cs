using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace Talent.ServiceDefaults;

/// <summary>Looks up where services are, in the configuration that Aspire injects: <c>services:NAME:ENDPOINT:INDEX</c>.</summary>
/// <param name="configuration">Read at each look-up, so that a changed address takes effect.</param>
public sealed class ServiceEndpoints(IConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    /// <summary>The next address of an endpoint, in turn when there are several. Null: none is configured.</summary>
    /// <param name="service">Name of the service.</param>
    /// <param name="endpoint">Name of the endpoint, or its scheme.</param>
    /// <exception cref="InvalidOperationException">What is configured is not an address.</exception>
    public Uri? Next(string service, string endpoint)
    {
        var section = configuration.GetSection($"services:{service}:{endpoint}");
        var addresses = section.GetChildren().Where(child => !string.IsNullOrWhiteSpace(child.Value)).ToList();
        if (addresses.Count == 0)
            return null;
        var turn = _turns.GetOrAdd(section.Path, _ => new Turn()).Next();
        var chosen = addresses[(int)(turn % (uint)addresses.Count)];
        return Uri.TryCreate(chosen.Value, UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"The setting {chosen.Path} is not an address such as http://localhost:5601.");
    }

    /// <summary>Whether any address of a service is configured.</summary>
    public bool Knows(string service) => configuration.GetSection($"services:{service}").GetChildren().Any();

    private sealed class Turn
    {
        private int _last = -1;

        public uint Next() => unchecked((uint)Interlocked.Increment(ref _last));
    }
}
