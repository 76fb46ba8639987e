using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>
/// Forecasts that were computed for readers with posts of their own, for a while: a few of them, in this process alone. They are found by
/// the group, the tier and the fingerprint of what they rest on, which the posts left out change as every event does.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class ForecastCache(TimeProvider time)
{
    private const int Most = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>A forecast kept; null: none.</summary>
    public Forecast? Find(string groupId, ForecastTier tier, string fingerprint)
    {
        lock (_lock)
        {
            Forget();
            return _entries.Find(each => each.GroupId == groupId && each.Tier == tier && each.Fingerprint == fingerprint)?.Forecast;
        }
    }

    /// <summary>Keeps a forecast in the place of the oldest.</summary>
    public void Keep(string groupId, ForecastTier tier, string fingerprint, Forecast forecast)
    {
        lock (_lock)
        {
            Forget();
            if (_entries.Count == Most) _entries.RemoveAt(0);
            _entries.Add(new Entry(groupId, tier, fingerprint, forecast, time.GetTimestamp()));
        }
    }

    private void Forget() => _entries.RemoveAll(each => time.GetElapsedTime(each.Since) > Lifetime);

    private sealed record Entry(string GroupId, ForecastTier Tier, string Fingerprint, Forecast Forecast, long Since);
}
