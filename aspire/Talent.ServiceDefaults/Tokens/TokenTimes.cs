namespace Talent.ServiceDefaults;

/// <summary>The times that tokens and keys live by.</summary>
public static class TokenTimes
{
    /// <summary>No token is valid for longer.</summary>
    public static TimeSpan LongestLifetime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How far two clocks may be apart.</summary>
    public static TimeSpan ClockSkew { get; } = TimeSpan.FromSeconds(10);

    /// <summary>A kept token is replaced this long before it expires, so that a call does not overtake its token.</summary>
    public static TimeSpan RenewBefore { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a key signs.</summary>
    public static TimeSpan KeySigns { get; } = TimeSpan.FromDays(7);

    /// <summary>How long a key is published before it signs: longer than receivers keep what they read.</summary>
    public static TimeSpan KeyPublishedBefore { get; } = TimeSpan.FromHours(1);

    /// <summary>How long a key stays published after it signed last: longer than its last token and the clocks' difference.</summary>
    public static TimeSpan KeyPublishedAfter { get; } = TimeSpan.FromHours(1);

    /// <summary>How long an issuer keeps what it read from its store.</summary>
    public static TimeSpan StoreRead { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a receiver keeps the keys it read.</summary>
    public static TimeSpan KeysKept { get; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a receiver goes on with keys it read while their issuer cannot be reached.</summary>
    public static TimeSpan KeysKeptUnreachable { get; } = TimeSpan.FromHours(1);

    /// <summary>A receiver reads an issuer's keys at most this often, however many unknown keys it is shown.</summary>
    public static TimeSpan KeysReadAtMostEvery { get; } = TimeSpan.FromSeconds(5);
}
