using Google.Protobuf;
using Talent.Messaging.Retention;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>Puts forecasts into their records.</summary>
internal static class ForecastRecords
{
    /// <summary>The record of a group's forecast in a tier; null: there is none yet.</summary>
    public static ValueTask<ForecastRecord?> FindForecastAsync(
        this SuccessionContext context, string groupId, ForecastTier tier, CancellationToken cancellation) =>
        context.Forecasts.FindAsync([groupId, (int)tier], cancellation);

    /// <summary>
    /// Leaves out of a forecast whatever is about people whom this service has erased: Roles goes on to tell who held which post, by ids
    /// that no name belongs to any more, and nothing more is said of them.
    /// </summary>
    public static async Task LeaveErasedOutAsync(this SuccessionContext context, Forecast forecast, CancellationToken cancellation)
    {
        var erased = await context.FindErasedAsync(ForecastSelection.People(forecast), cancellation);
        ForecastSelection.LeaveOut(forecast, erased.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The forecast of a record whose inputs are the same at later positions of the logs.</summary>
    /// <param name="record">The record.</param>
    /// <param name="positions">How far what the services told reaches now.</param>
    public static Forecast MovedOn(this ForecastRecord record, LogPositions positions)
    {
        var forecast = Forecast.Parser.ParseFrom(record.Content);
        var provenance = forecast.Provenance;
        (provenance.RolesPosition, provenance.DevelopmentPosition, provenance.SuccessionPosition) =
            (positions.Roles, positions.Development, positions.Succession);
        return forecast;
    }

    /// <summary>Keeps a forecast; what changes is tracked by the context and saved by the caller.</summary>
    /// <param name="context">The database.</param>
    /// <param name="record">The record it replaces; null: there was none.</param>
    /// <param name="forecast">The forecast, of the whole group.</param>
    /// <param name="fingerprint">What it rests on.</param>
    public static void Keep(this SuccessionContext context, ForecastRecord? record, Forecast forecast, string fingerprint)
    {
        var provenance = forecast.Provenance;
        record ??= context.Forecasts.Add(new ForecastRecord { GroupId = forecast.GroupId, Tier = (int)provenance.Tier }).Entity;
        provenance.ForecastVersion = ShowsTheSame(record.Content, forecast) ? record.ForecastVersion : record.ForecastVersion + 1;
        record.ForecastVersion = provenance.ForecastVersion;
        record.ModelVersion = provenance.ModelVersion;
        record.AsOf = provenance.AsOf.ToRequiredDay("as_of");
        record.RolesPosition = provenance.RolesPosition;
        record.DevelopmentPosition = provenance.DevelopmentPosition;
        record.SuccessionPosition = provenance.SuccessionPosition;
        (record.Seed, record.Trials, record.Fingerprint) = (provenance.Seed, provenance.Trials, fingerprint);
        record.Content = forecast.ToByteArray();
        record.Version++;
    }

    // Positions move with every event of the country; readers are told only when what they see has changed.
    private static bool ShowsTheSame(byte[] before, Forecast now)
    {
        if (before.Length == 0) return false;
        var (one, other) = (Forecast.Parser.ParseFrom(before), now.Clone());
        (one.Provenance, other.Provenance) = (null, null);
        return one.Equals(other);
    }
}
