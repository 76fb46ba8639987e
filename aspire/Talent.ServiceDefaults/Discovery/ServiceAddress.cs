namespace Talent.ServiceDefaults;

/// <summary>
/// Addresses by name, in the form that service discovery reads: <c>http://_ENDPOINT.SERVICE/…</c>, found under the configuration
/// <c>services:SERVICE:ENDPOINT:0</c>.
/// </summary>
public static class ServiceAddress
{
    /// <summary>The address of a named endpoint of a service.</summary>
    /// <param name="service">Name of the service, for example <c>roles</c>.</param>
    /// <param name="endpoint">Name of its endpoint, for example <c>grpc</c>.</param>
    /// <param name="path">Path below it, from the slash on.</param>
    public static Uri Of(string service, string endpoint, string path = "/") => new($"http://_{endpoint}.{service}{path}");
}
