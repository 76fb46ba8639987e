namespace Talent.Development.Storage;

/// <summary>A key that the service signs its own tokens with.</summary>
public sealed class SigningKeyRow
{
    /// <summary>Its identity.</summary>
    public required string KeyId { get; init; }

    /// <summary>The key pair as unencrypted PKCS #8: a secret.</summary>
    public required byte[] PrivateKey { get; init; }

    /// <summary>From then on it may sign.</summary>
    public DateTimeOffset SignsFrom { get; init; }

    /// <summary>From then on it signs no more.</summary>
    public DateTimeOffset SignsUntil { get; init; }

    /// <summary>From then on its public half is no longer published.</summary>
    public DateTimeOffset PublishedUntil { get; init; }
}
