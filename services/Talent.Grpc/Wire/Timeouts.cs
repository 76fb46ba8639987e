using System.Globalization;

namespace Grpc.Wire;

/// <summary>The text form of a timeout: at most eight digits and a unit.</summary>
static class Timeouts
{
    static readonly (long Ticks, char Unit)[] Units =
    [
        (TimeSpan.TicksPerMicrosecond, 'u'),
        (TimeSpan.TicksPerMillisecond, 'm'),
        (TimeSpan.TicksPerSecond, 'S'),
        (TimeSpan.TicksPerMinute, 'M'),
        (TimeSpan.TicksPerHour, 'H'),
    ];

    /// <summary>The smallest unit that fits, rounded up, because a deadline must not pass early at the server.</summary>
    public static string Encode(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero)
            return "1n";
        foreach (var (ticks, unit) in Units)
        {
            var count = ((timeout.Ticks - 1) / ticks) + 1;
            if (count <= 99_999_999)
                return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
        }

        return "99999999H";
    }

    /// <summary>The timeout, or null for what is not one.</summary>
    public static TimeSpan? Decode(string? text)
    {
        if (text is not { Length: >= 2 and <= 9 })
            return null;
        if (!long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return null;
        return text[^1] switch
        {
            'n' => TimeSpan.FromTicks(count / 100),
            'u' => TimeSpan.FromTicks(count * TimeSpan.TicksPerMicrosecond),
            'm' => TimeSpan.FromTicks(count * TimeSpan.TicksPerMillisecond),
            'S' => TimeSpan.FromTicks(count * TimeSpan.TicksPerSecond),
            'M' => TimeSpan.FromTicks(count * TimeSpan.TicksPerMinute),
            'H' => TimeSpan.FromTicks(count * TimeSpan.TicksPerHour),
            _ => null,
        };
    }
}
