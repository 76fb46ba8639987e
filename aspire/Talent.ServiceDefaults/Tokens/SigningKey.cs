using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults;

/// <summary>Keys on curve P-256, for ES256.</summary>
internal static class SigningKey
{
    /// <summary>Makes a key of an issuer.</summary>
    public static SigningKeyRecord Create(string issuer, DateTimeOffset signsFrom)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signsUntil = signsFrom + TokenTimes.KeySigns;
        return new SigningKeyRecord(
            Prefix(issuer) + Thumbprint(pair),
            pair.ExportPkcs8PrivateKey(),
            signsFrom,
            signsUntil,
            signsUntil + TokenTimes.KeyPublishedAfter);
    }

    /// <summary>What the id of every key of an issuer starts with: a receiver takes no other key for its tokens.</summary>
    public static string Prefix(string issuer) => issuer + ".";

    public static ECDsaSecurityKey ToPrivateKey(SigningKeyRecord record)
    {
        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(record.PrivateKey, out _);
        return new ECDsaSecurityKey(pair) { KeyId = record.KeyId };
    }

    public static JsonWebKey ToPublicKey(SigningKeyRecord record)
    {
        using var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(record.PrivateKey, out _);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return new JsonWebKey
        {
            Kid = record.KeyId,
            Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            Crv = JsonWebKeyECTypes.P256,
            Use = JsonWebKeyUseNames.Sig,
            Alg = SecurityAlgorithms.EcdsaSha256,
            X = Base64UrlEncoder.Encode(point.X),
            Y = Base64UrlEncoder.Encode(point.Y),
        };
    }

    private static string Thumbprint(ECDsa pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var key = new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            Crv = JsonWebKeyECTypes.P256,
            X = Base64UrlEncoder.Encode(point.X),
            Y = Base64UrlEncoder.Encode(point.Y),
        };
        return Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
    }
}
