using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Storage;
using Talent.Portal.Doubles;
using Talent.Portal.SignIn;
using Talent.Portal.Storage;
using Talent.Testing;

namespace Talent.Portal.Tests.Live;

public sealed class FollowersTests : IAsyncLifetime
{
    private static readonly string Board = $"/groups/{Invented.GroupId}/board";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly PortalHost _portal;

    public FollowersTests() => _portal = new PortalHost { Time = _time };

    private ServiceStorage<PortalContext> Storage => _portal.App.Services.GetRequiredService<ServiceStorage<PortalContext>>();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Follow_BusyBoardAfterTheSessionWasRevoked_Ends()
    {
        using var director = await _portal.VisitAsAsync("director");
        using var stream = await OpenAsync(director);
        var following = stream.ReadToEndAsync();

        await _portal.App.Services.GetRequiredService<Sessions>().RevokeAsync((await SessionAsync()).Id, CancellationToken.None);

        Assert.Contains("event: ended", await FinishAsync(following), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_BusyBoardAfterTheGrantEnded_Ends()
    {
        using var director = await _portal.VisitAsAsync("director");
        using var stream = await OpenAsync(director);
        var following = stream.ReadToEndAsync();

        await Storage.WriteAsync(
            (context, token) => context.AccountGrants
                .Where(grant => grant.AccountId == Demonstration.DemonstrationIdentities.DirectorAccountId)
                .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidUntil, new DateOnly(2020, 1, 2)), token),
            CancellationToken.None);

        Assert.Contains("event: ended", await FinishAsync(following), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_BoardThatIsLeftOpen_IsNoUseOfTheSession()
    {
        using var director = await _portal.VisitAsAsync("director");
        var signedIn = (await SessionAsync()).SeenAt;
        using var stream = await OpenAsync(director);
        var following = stream.ReadToEndAsync();
        await PassAsync(TimeSpan.FromMinutes(10), following);
        await director.GetAsync($"{Board}/rows");
        Assert.Equal(signedIn, (await SessionAsync()).SeenAt);

        await director.GetAsync(Board);

        Assert.Equal(_time.GetUtcNow(), (await SessionAsync()).SeenAt, TimeSpan.FromSeconds(1));
        Assert.False(following.IsCompleted);
    }

    [Fact]
    public async Task Follow_BoardThatIsLeftOpenForTwoHours_Ends()
    {
        using var director = await _portal.VisitAsAsync("director");
        using var stream = await OpenAsync(director);
        var following = stream.ReadToEndAsync();

        _time.Advance(Sessions.Idle);

        Assert.Contains("event: ended", await FinishAsync(following), StringComparison.Ordinal);
    }

    private static async Task<StreamReader> OpenAsync(Visitor director) =>
        new(await director.Client.GetStreamAsync(new Uri($"{Board}/events?version=1", UriKind.Relative)));

    // The board changes all the time, so there is never a quiet moment.
    private async Task<string> FinishAsync(Task<string> following)
    {
        await PassAsync(TimeSpan.FromMinutes(5), following);
        return await following.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }

    private async Task PassAsync(TimeSpan span, Task until)
    {
        for (var passed = TimeSpan.Zero; passed < span && !until.IsCompleted; passed += TimeSpan.FromSeconds(2))
        {
            _portal.Recorded.BoardVersion++;
            _time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private async Task<SessionRow> SessionAsync()
    {
        await using var context = Storage.CreateContext();
        return await context.Sessions.AsNoTracking().SingleAsync();
    }
}
