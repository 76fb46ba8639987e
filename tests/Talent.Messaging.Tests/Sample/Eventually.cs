namespace Talent.Messaging.Tests.Sample;

/// <summary>Waits for what must come true by itself.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(15);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Limit)
                throw new TimeoutException($"Did not come true within {Limit.TotalSeconds} s: {what}");
            await Task.Delay(Interval, TimeProvider.System);
        }
    }
}
