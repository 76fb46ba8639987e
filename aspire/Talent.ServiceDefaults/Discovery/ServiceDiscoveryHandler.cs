namespace Talent.ServiceDefaults;

/// <summary>
/// Sends requests for <c>http://_grpc.roles</c>, <c>http://roles</c> or <c>https+http://roles</c> to where that service is. Hosts that are
/// not configured as services are left as they are.
/// </summary>
internal sealed class ServiceDiscoveryHandler(ServiceEndpoints endpoints) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } address)
            request.RequestUri = Resolve(address);
        return base.SendAsync(request, cancellationToken);
    }

    internal Uri Resolve(Uri address)
    {
        if (address.Host.StartsWith('_') && address.Host.IndexOf('.', StringComparison.Ordinal) is > 1 and var dot)
            return Named(address, address.Host[(dot + 1)..], address.Host[1..dot]);
        if (!endpoints.Knows(address.Host))
            return address;
        foreach (var scheme in address.Scheme.Split('+'))
        {
            if (endpoints.Next(address.Host, scheme) is { } found)
                return At(found, address);
        }
        throw Missing(address.Host, address.Scheme.Split('+')[0]);
    }

    private Uri Named(Uri address, string service, string endpoint) =>
        At(endpoints.Next(service, endpoint) ?? throw Missing(service, endpoint), address);

    private static Uri At(Uri found, Uri wanted) =>
        new UriBuilder(wanted) { Scheme = found.Scheme, Host = found.Host, Port = found.Port }.Uri;

    private static HttpRequestException Missing(string service, string endpoint) =>
        new($"The address of '{service}' is not known: set services:{service}:{endpoint}:0 to, for example, http://localhost:5601.");
}
