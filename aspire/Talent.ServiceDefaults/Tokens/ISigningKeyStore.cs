namespace Talent.ServiceDefaults;

/// <summary>
/// Where an issuer keeps its signing keys: its own database. Replicas share it; registered in the container under the issuer's name
/// (<c>AddKeyedSingleton&lt;ISigningKeyStore, …&gt;("roles")</c>).
/// </summary>
public interface ISigningKeyStore
{
    /// <summary>All keys, in any order.</summary>
    Task<IReadOnlyList<SigningKeyRecord>> GetAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a key; when this returns it is durable. Two replicas may each add one at the same moment: both stay.</summary>
    Task AddAsync(SigningKeyRecord key, CancellationToken cancellationToken);

    /// <summary>Forgets a key that is published no longer; one that is gone already is no error.</summary>
    Task RemoveAsync(string keyId, CancellationToken cancellationToken);
}
