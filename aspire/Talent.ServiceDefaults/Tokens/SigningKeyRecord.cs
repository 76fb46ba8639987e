namespace Talent.ServiceDefaults;

/// <summary>A signing key of an issuer, as its store keeps it.</summary>
/// <param name="KeyId">Id of the key: the issuer's name, a dot, and the thumbprint of the public half (RFC 7638).</param>
/// <param name="PrivateKey">The key pair on curve P-256, as unencrypted PKCS #8. A secret: it never leaves the issuer's database.</param>
/// <param name="SignsFrom">From then on it may sign; before, it is only published, so that receivers know it in time.</param>
/// <param name="SignsUntil">From then on it signs no more.</param>
/// <param name="PublishedUntil">From then on its public half is no longer published: every token it signed has expired.</param>
public sealed record SigningKeyRecord(
    string KeyId,
    byte[] PrivateKey,
    DateTimeOffset SignsFrom,
    DateTimeOffset SignsUntil,
    DateTimeOffset PublishedUntil);
