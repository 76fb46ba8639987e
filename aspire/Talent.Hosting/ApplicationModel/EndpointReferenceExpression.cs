using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of an endpoint's address.</summary>
public enum EndpointProperty
{
    /// <summary>Scheme, host and port.</summary>
    Url,

    /// <summary>The host that callers connect to.</summary>
    Host,

    /// <summary>The host that callers connect to, as an IPv4 address.</summary>
    IPV4Host,

    /// <summary>The port that callers connect to.</summary>
    Port,

    /// <summary>The scheme.</summary>
    Scheme,

    /// <summary>The port that the process listens on.</summary>
    TargetPort,

    /// <summary>Host and port with a colon between them.</summary>
    HostAndPort,
}

/// <summary>One part of an endpoint's address as a value that is known when the application runs.</summary>
public class EndpointReferenceExpression : IValueProvider, IManifestExpressionProvider
{
    /// <summary>Refers to <paramref name="property"/> of <paramref name="endpointReference"/>.</summary>
    public EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property)
    {
        ArgumentNullException.ThrowIfNull(endpointReference);
        Endpoint = endpointReference;
        Property = property;
    }

    /// <summary>The endpoint.</summary>
    public EndpointReference Endpoint { get; }

    /// <summary>The part of its address.</summary>
    public EndpointProperty Property { get; }

    /// <inheritdoc />
    public string ValueExpression =>
        $"{{{Endpoint.Resource.Name}.bindings.{Endpoint.EndpointName}.{JsonName(Property)}}}";

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Property switch
    {
        EndpointProperty.Host => Endpoint.Host,
        EndpointProperty.IPV4Host => "127.0.0.1",
        EndpointProperty.Port => Text(Endpoint.Port),
        EndpointProperty.Scheme => Endpoint.Scheme,
        EndpointProperty.TargetPort => Text(Endpoint.TargetPort ?? Endpoint.Port),
        EndpointProperty.HostAndPort => $"{Endpoint.Host}:{Text(Endpoint.Port)}",
        _ => Endpoint.Url,
    });

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static string JsonName(EndpointProperty property)
    {
        var name = property.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
