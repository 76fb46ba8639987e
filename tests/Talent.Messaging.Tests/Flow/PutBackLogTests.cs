using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Tests.Bus;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>
/// A source whose database was put back to an earlier state without saying so, and that is busy at once: its head has passed the
/// checkpoint before anybody asks for it, under the same identity.
/// </summary>
public sealed class PutBackLogTests : IAsyncLifetime
{
    private readonly SqliteTestStorage _storage = new();
    private readonly Pair _pair;

    public PutBackLogTests() => _pair = new Pair(_storage, new InProcessTestBus());

    public async ValueTask InitializeAsync() => await _pair.StartAsync(setting => setting with
    {
        Messaging = messaging => messaging.Project<RolesTotals>().React<CountingReaction>(),
        Services = services => services.AddSingleton<CountingReaction.Calls>(),
    });

    public ValueTask DisposeAsync() => _pair.DisposeAsync();

    [Fact]
    public async Task Follow_LogWasPutBackAndIsBusy_RebuildsTheProjection()
    {
        await _pair.AddAsync(10, "backed up");
        await _pair.StopSourceAsync();
        _storage.BackUp(Pair.SourceName);
        await _pair.StartSourceAsync();
        await _pair.AddAsync(10, "lost");
        await _pair.AssertConvergedAsync(20);
        await _pair.StopSourceAsync();
        _storage.Restore(Pair.SourceName);
        await _pair.StartSourceAsync();

        // Of another number of writers, so that other accounts hold what is added.
        await _pair.AddAsync(25, "written again", writers: 3);

        await Eventually.HoldsAsync(IsOfTheLogAsync, "the projection counts in the log as it is");
        await _pair.AssertConvergedAsync(35);
        // What was put back had been reacted to, and is not again.
        await _pair.Follower.ReachAsync("reactions/roles", 35);
        Assert.True(_pair.Follower.Services.GetRequiredService<CountingReaction.Calls>().Count <= 20 + 25);
    }

    private async Task<bool> IsOfTheLogAsync()
    {
        await using var source = _pair.Source.Storage.CreateContext();
        await using var follower = _pair.Follower.Storage.CreateContext();
        var checkpoint = await follower.Checkpoints.SingleAsync(each => each.Source == Pair.SourceName);
        return await source.EventPositions.AnyAsync(
            each => each.Position == checkpoint.Position && each.Position == 35 && each.EventId == checkpoint.EventId);
    }
}
