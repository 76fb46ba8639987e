using System.Security.Cryptography;
using System.Text.Json;
using Talent.Succession.Boards;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Forecasts;

/// <summary>
/// Tells whether two forecasts of a group rest on the same. Log positions cannot: they move with every event of the country.
/// </summary>
internal static class ForecastFingerprint
{
    /// <summary>
    /// SHA-256, in hexadecimal, over all that a forecast is computed from: what the engine knows of the group and its day, the nominations
    /// it names, the version of the model, and the reference data with their sources, of turnover and times to fill those of the group's
    /// families.
    /// </summary>
    /// <param name="inputs">What the services told.</param>
    /// <param name="snapshot">The group, whole or as a reader may see it.</param>
    /// <param name="model">What the trials rest on.</param>
    /// <param name="leftOut">How many posts of the group are left out.</param>
    public static string Of(GroupInputs inputs, GroupSnapshot snapshot, ForecastModel model, int leftOut)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(model);
        var (turnover, fillTimes) = (model.Data.Turnover, model.Data.FillTimes);
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(stream, new
            {
                GroupAnalysis.ModelVersion,
                ForecastModel.Years,
                ForecastModel.TrialsAtOnce,
                ForecastModel.TrialsInFull,
                leftOut,
                inputs.CriticalityAgreedOn,
                snapshot.AsOf,
                snapshot.Posts,
                snapshot.Appointments,
                snapshot.Nominations,
                snapshot.Intentions,
                Named = inputs.Nominations.Where(name => snapshot.Find(new PostId(name.PostId)) is not null)
                    .Select(name => new { name.PostId, name.Nominee.Id, name.Nominee.PersonId })
                    .OrderBy(name => name.PostId, StringComparer.Ordinal).ThenBy(name => name.Id, StringComparer.Ordinal),
                model.Data.Thresholds,
                turnover.EndsAtPlannedEnd,
                turnover.EndsAtTermLimit,
                fillTimes.AppointSuccessor,
                fillTimes.Notice,
                fillTimes.Otherwise,
                Families = snapshot.Posts.Select(post => post.Family).Distinct().OrderBy(family => family.Value, StringComparer.Ordinal)
                    .Select(family => new
                    {
                        family.Value,
                        Rate = turnover.RateOf(family),
                        Bands = turnover.BandsOf(family),
                        DaysToFill = fillTimes.Of(family),
                    }),
                model.Moves,
                model.Actions,
                model.Rules,
            });
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
