using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The address of another resource's endpoint, known when the application runs.</summary>
public sealed class EndpointReference : IValueProvider, IManifestExpressionProvider
{
    private readonly Resource _owner;

    /// <summary>Refers to the endpoint <paramref name="endpointName"/> of <paramref name="owner"/>, which may be declared later.</summary>
    public EndpointReference(IResourceWithEndpoints owner, string endpointName)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentException.ThrowIfNullOrEmpty(endpointName);
        Resource = owner;
        EndpointName = endpointName;
        _owner = owner.Model();
    }

    /// <summary>The resource that listens.</summary>
    public IResourceWithEndpoints Resource { get; }

    /// <summary>The name of the endpoint.</summary>
    public string EndpointName { get; }

    /// <summary>Whether the resource has such an endpoint.</summary>
    public bool Exists => _owner.Endpoints.Exists(each => each.Name.Equals(EndpointName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The scheme of the address.</summary>
    /// <exception cref="InvalidOperationException">The resource has no such endpoint.</exception>
    public string Scheme => Annotation.UriScheme;

    /// <summary>The host that callers connect to.</summary>
    public string Host { get; } = "localhost";

    /// <summary>The port that callers connect to.</summary>
    /// <exception cref="InvalidOperationException">There is no such endpoint, or the application has not started.</exception>
    public int Port => Annotation.Port
        ?? throw new InvalidOperationException(
            $"The endpoint {EndpointName} of {Resource.Name} has no port before the application starts.");

    /// <summary>The port that the process listens on.</summary>
    /// <exception cref="InvalidOperationException">There is no such endpoint, or the application has not started.</exception>
    public int? TargetPort => Annotation.TargetPort ?? Port;

    /// <summary>The whole address.</summary>
    /// <exception cref="InvalidOperationException">There is no such endpoint, or the application has not started.</exception>
    public string Url => $"{Scheme}://{Host}:{Port.ToString(CultureInfo.InvariantCulture)}";

    string IManifestExpressionProvider.ValueExpression => $"{{{Resource.Name}.bindings.{EndpointName}.url}}";

    internal EndpointAnnotation Annotation =>
        _owner.Endpoints.Find(each => each.Name.Equals(EndpointName, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"The resource {Resource.Name} has no endpoint {EndpointName}.");

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Url);

    /// <summary>A part of the address, for use in an expression.</summary>
    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);
}
