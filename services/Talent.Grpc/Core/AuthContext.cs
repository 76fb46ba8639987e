using System.Text;

namespace Grpc.Core;

/// <summary>One thing known about an authenticated peer.</summary>
public class AuthProperty
{
    AuthProperty(string name, byte[] valueBytes)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        ValueBytes = valueBytes ?? throw new ArgumentNullException(nameof(valueBytes));
    }

    /// <summary>What is known.</summary>
    public string Name { get; }

    /// <summary>The value as bytes.</summary>
    public byte[] ValueBytes { get; }

    /// <summary>The value as text in UTF-8.</summary>
    public string Value => Encoding.UTF8.GetString(ValueBytes);

    /// <summary>A property.</summary>
    /// <param name="name">What is known.</param>
    /// <param name="valueBytes">The value.</param>
    public static AuthProperty Create(string name, byte[] valueBytes) => new(name, valueBytes);
}

/// <summary>What the transport knows of the peer of a call.</summary>
/// <param name="peerIdentityPropertyName">The property that identifies the peer, or null when it is not authenticated.</param>
/// <param name="properties">Everything known.</param>
public class AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
{
    /// <summary>Whether the transport authenticated the peer.</summary>
    public bool IsPeerAuthenticated => peerIdentityPropertyName is not null;

    /// <summary>The property that identifies the peer, or null.</summary>
    public string? PeerIdentityPropertyName => peerIdentityPropertyName;

    /// <summary>The values that identify the peer; none when it is not authenticated.</summary>
    public IEnumerable<AuthProperty> PeerIdentity =>
        peerIdentityPropertyName is null ? [] : FindPropertiesByName(peerIdentityPropertyName);

    /// <summary>Everything known.</summary>
    public IEnumerable<AuthProperty> Properties => properties.Values.SelectMany(values => values);

    /// <summary>The properties of one name; none when the name is not known.</summary>
    /// <param name="propertyName">The name.</param>
    public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) =>
        properties.GetValueOrDefault(propertyName) ?? [];
}
