namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value from outside the model: configuration, or generated when nobody set it.</summary>
public class ParameterResource : Resource, IValueProvider, IManifestExpressionProvider
{
    private readonly Lazy<string> _value;

    internal ParameterResource(string name, Func<string> value, bool secret) : base(name)
    {
        _value = new Lazy<string>(value);
        Secret = secret;
    }

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; }

    /// <inheritdoc />
    public string ValueExpression => $"{{{Name}.value}}";

    /// <summary>The value, the same for the whole run.</summary>
    /// <exception cref="DistributedApplicationException">Nobody set the value and it has no default.</exception>
#pragma warning disable MA0061 // The packages give this one no default either.
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => new(_value.Value);
#pragma warning restore MA0061
}
