using Microsoft.EntityFrameworkCore;

namespace Talent.Messaging.Storage;

/// <summary>
/// A key that a service signs its tokens with. A service that issues tokens has them in a <c>DbSet</c> named <c>SigningKeys</c>, and the
/// table <c>signing_keys</c> in its own scripts.
/// </summary>
[PrimaryKey(nameof(KeyId))]
public sealed class SigningKeyRow
{
    /// <summary>Its identity.</summary>
    public required string KeyId { get; init; }

    /// <summary>The key pair as unencrypted PKCS #8. A secret: it never leaves the service's database.</summary>
    public required byte[] PrivateKey { get; init; }

    /// <summary>From then on it may sign.</summary>
    public required DateTimeOffset SignsFrom { get; init; }

    /// <summary>From then on it signs no more.</summary>
    public required DateTimeOffset SignsUntil { get; init; }

    /// <summary>From then on its public half is no longer published.</summary>
    public required DateTimeOffset PublishedUntil { get; init; }
}
