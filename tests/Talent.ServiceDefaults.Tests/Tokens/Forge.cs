using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults.Tests;

/// <summary>An issuer that says whatever a test wants, with a good key.</summary>
public sealed class Forge : IPublishedKeys, IDisposable
{
    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyId { get; set; } = "portal.forged";

    public string? Algorithm { get; set; } = SecurityAlgorithms.EcdsaSha256;

    public JsonWebKey PublicKey
    {
        get
        {
            var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(_pair) { KeyId = KeyId });
            return new JsonWebKey { Kty = key.Kty, Crv = key.Crv, X = key.X, Y = key.Y, Kid = KeyId };
        }
    }

    public SecurityTokenDescriptor Token { get; } = new()
    {
        Issuer = "portal",
        Audience = "talent",
        Claims = new Dictionary<string, object>
        {
            ["sub"] = "account-1",
            ["kind"] = "person",
            ["person"] = "person-1",
            ["grants"] = new[] { "academy@nation" },
        },
    };

    public Task<IReadOnlyList<JsonWebKey>> ReadAsync(string issuer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JsonWebKey>>([PublicKey]);

    public void SetTimes(DateTimeOffset from, TimeSpan lifetime)
    {
        Token.IssuedAt = from.UtcDateTime;
        Token.NotBefore = from.UtcDateTime;
        Token.Expires = (from + lifetime).UtcDateTime;
    }

    public string Sign()
    {
        Token.SigningCredentials = Algorithm is null
            ? null
            : new SigningCredentials(new ECDsaSecurityKey(_pair) { KeyId = KeyId }, Algorithm);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(Token);
    }

    /// <summary>The same token, signed symmetrically with what everybody can read: the public key.</summary>
    public string SignWithPublicKeyAsSecret()
    {
        var secret = new SymmetricSecurityKey(_pair.ExportSubjectPublicKeyInfo()) { KeyId = KeyId };
        Token.SigningCredentials = new SigningCredentials(secret, SecurityAlgorithms.HmacSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(Token);
    }

    public void Dispose() => _pair.Dispose();
}
