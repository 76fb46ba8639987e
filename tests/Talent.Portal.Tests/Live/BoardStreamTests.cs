using System.Net.ServerSentEvents;
using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Live;

public sealed class BoardStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Follow_WhenTheBoardHasANewVersion_SaysSo()
    {
        await using var portal = new OwnPortal();
        await portal.StartAsync();
        using var director = await portal.Host.VisitAsAsync("director");
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        await using var stream = await director.Client.GetStreamAsync(
            new Uri($"/groups/{Invented.GroupId}/board/events?version=1", UriKind.Relative), patience.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("alive", events.Current.EventType);

        portal.Host.Recorded.BoardVersion = 2;

        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("changed", "2"), (events.Current.EventType, events.Current.Data));
    }

    [Fact]
    public async Task Follow_WhenTheReaderMayNoLongerSeeTheBoard_Ends()
    {
        await using var portal = new OwnPortal();
        await portal.StartAsync();
        using var director = await portal.Host.VisitAsAsync("director");
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var refusal = portal.Host.Recorded.Refuse("GetBoardVersion", ServiceDefaults.Errors.PermissionDenied("This group is not yours."));

        var text = await director.Client.GetStringAsync(
            new Uri($"/groups/{Invented.GroupId}/board/events?version=1", UriKind.Relative), patience.Token);

        Assert.Contains("event: ended", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhileItGoesOn_SaysHowFarAndWhenItIsDone()
    {
        await using var portal = new OwnPortal();
        await portal.StartAsync();
        portal.Host.Recorded.ImportRowsDone = 4;
        using var administrator = await portal.Host.VisitAsAsync("administrator");
        var page = await administrator.GetAsync("/administration/imports/import-1");
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        await using var stream = await administrator.Client.GetStreamAsync(
            new Uri("/administration/imports/import-1/events", UriKind.Relative), patience.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await events.MoveNextAsync());

        portal.Host.Recorded.ImportRowsDone = 10;

        Assert.Contains("4 of 10 rows checked.", page.Text, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page.Page.Head!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("changed", events.Current.EventType);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("finished", events.Current.EventType);
    }

    /// <summary>A portal whose doubles no other test changes.</summary>
    private sealed class OwnPortal : IAsyncDisposable
    {
        public PortalHost Host { get; } = new();

        public ValueTask StartAsync() => Host.InitializeAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
