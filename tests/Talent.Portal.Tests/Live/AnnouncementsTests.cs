using Talent.Portal.Live;
using Talent.Testing;

namespace Talent.Portal.Tests.Live;

public sealed class AnnouncementsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Wait_WhenTheGroupIsAnnounced_ReturnsAtOnce()
    {
        var announcements = new Announcements(_time);
        using var listener = announcements.Listen("group");
        var waiting = listener.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        announcements.Announce("group");

        await waiting;
        Assert.Equal(new FakeTimeProvider().GetUtcNow(), _time.GetUtcNow());
    }

    [Fact]
    public async Task Wait_AnnouncedBefore_ReturnsAtOnce()
    {
        var announcements = new Announcements(_time);
        using var listener = announcements.Listen("group");
        announcements.Announce("group");
        announcements.Announce("group");

        await listener.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        var second = listener.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));
        await second;
    }

    [Fact]
    public async Task Wait_WhenAnotherGroupIsAnnounced_GoesOn()
    {
        var announcements = new Announcements(_time);
        using var listener = announcements.Listen("group");
        var waiting = listener.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        announcements.Announce("another");

        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(1));
        await waiting;
    }

    [Fact]
    public async Task Wait_WhenTheReaderGoesAway_IsCancelled()
    {
        using var listener = new Announcements(_time).Listen("group");
        using var gone = new CancellationTokenSource();
        var waiting = listener.WaitAsync(TimeSpan.FromMinutes(1), gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
