namespace Talent.Portal.Live;

/// <summary>
/// Where it is announced that a group's board has a new version. Announcements may be lost, so versions are asked for as well.
/// </summary>
public interface IBoardChannel
{
    /// <summary>Listens for announcements about a group until the answer is disposed of.</summary>
    IBoardAnnouncements Listen(string groupId);
}

/// <summary>Announcements about one group's board.</summary>
public interface IBoardAnnouncements : IDisposable
{
    /// <summary>Returns at the next announcement, or at one that came since the last call, or after <paramref name="longest"/>.</summary>
    Task WaitAsync(TimeSpan longest, CancellationToken cancellation);
}

/// <summary>No channel: nothing is announced.</summary>
public sealed class NoBoardChannel(TimeProvider time) : IBoardChannel
{
    /// <inheritdoc />
    public IBoardAnnouncements Listen(string groupId) => new Silence(time);

    private sealed class Silence(TimeProvider time) : IBoardAnnouncements
    {
        public Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => Task.Delay(longest, time, cancellation);

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
