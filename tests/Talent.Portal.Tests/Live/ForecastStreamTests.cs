using System.Net.ServerSentEvents;
using Talent.Portal.Doubles;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Live;

public sealed class ForecastStreamTests : IAsyncLifetime
{
    private const string Events = $"/groups/{Invented.GroupId}/forecast/events";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    // Its doubles are changed by no other test.
    private readonly PortalHost _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Follow_WhileTheFullForecastIsComputed_SaysHowFarAndWhenItIsThere()
    {
        using var director = await _portal.VisitAsAsync("director");
        using var patience = new CancellationTokenSource(_patience, TimeProvider.System);
        await using var stream = await director.Client.GetStreamAsync(new Uri(Events, UriKind.Relative), patience.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await events.MoveNextAsync());
        var first = events.Current;

        _portal.Recorded.ForecastStepsDone = InventedForecast.Steps;

        Assert.Equal(("changed", "3"), (first.EventType, first.Data));
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("finished", events.Current.EventType);
    }

    [Fact]
    public async Task Follow_WhenTheReaderMayNoLongerSeeIt_Ends()
    {
        using var director = await _portal.VisitAsAsync("director");
        using var patience = new CancellationTokenSource(_patience, TimeProvider.System);
        using var refusal = _portal.Recorded.Refuse("WatchForecast", Errors.PermissionDenied("This group is not yours."));

        var text = await director.Client.GetStringAsync(new Uri(Events, UriKind.Relative), patience.Token);

        Assert.Contains("event: ended", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheProgressAlone_IsTheSameAsOnThePage()
    {
        using var director = await _portal.VisitAsAsync("director");

        var part = await director.Client.GetStringAsync(new Uri($"/groups/{Invented.GroupId}/forecast/progress", UriKind.Relative));

        Assert.Contains("3 of 12 steps done", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheProgressAlone_ReadsOfNobody()
    {
        using var director = await _portal.VisitAsAsync("director");

        await director.Client.GetStringAsync(new Uri($"/groups/{Invented.GroupId}/forecast/progress", UriKind.Relative));

        Assert.False(Assert.Single(_portal.Recorded.Requests<GetForecastRequest>()).WithPeople);
    }
}
