using System.Security.Cryptography;
using System.Text.Json;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Forecasts;

/// <summary>
/// Tells whether two forecasts rest on the same inputs. Log positions cannot: they move with every event of the country.
/// </summary>
internal static class SnapshotFingerprint
{
    /// <summary>SHA-256 over all that the engine knows of a group and its day, and the version of the model, in hexadecimal.</summary>
    public static string Of(GroupSnapshot snapshot)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(stream, new
            {
                GroupAnalysis.ModelVersion,
                snapshot.AsOf,
                snapshot.Posts,
                snapshot.Appointments,
                snapshot.Nominations,
            });
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
