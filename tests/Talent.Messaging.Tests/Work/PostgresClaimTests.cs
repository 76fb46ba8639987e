using Microsoft.EntityFrameworkCore;
using Npgsql;
using Talent.Messaging.Tests.Sample;
using Talent.Messaging.Work;

namespace Talent.Messaging.Tests.Work;

/// <summary>One claim takes one piece, whichever plan the server makes.</summary>
public sealed class PostgresClaimTests : IAsyncLifetime
{
    private readonly PostgresTestStorage _storage = new();
    private SampleService _service = null!;

    public async ValueTask InitializeAsync()
    {
        var settings = await _storage.SettingsForAsync("sample");
        // A plan that looks the choice up again for every row, as it is taken for other sizes of the table.
        settings["ConnectionStrings:sample-db"] = new NpgsqlConnectionStringBuilder(settings["ConnectionStrings:sample-db"])
        {
            Options = "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_material=off -c enable_hashagg=off -c enable_sort=off",
        }.ToString();
        _service = await SampleService.StartAsync(new SampleSetting("sample", settings) { Idle = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _storage.DisposeAsync();
    }

    [Fact]
    public async Task TryClaimAsync_ChoiceIsLookedUpForEveryRow_TakesOnePiece()
    {
        await _service.Storage.WriteAsync((context, _) =>
        {
            for (var subject = 0; subject < 8; subject++)
                context.Want(SampleWork.Name, $"group-{subject}");
            return Task.FromResult(true);
        }, CancellationToken.None);
        var store = new WorkStore<SampleContext>(_service.Storage);
        for (var claimed = 1; claimed <= 8; claimed++)
        {
            Assert.NotNull(await store.TryClaimAsync(SampleWork.Name, "worker", TimeSpan.FromMinutes(1), CancellationToken.None));
            await using var context = _service.Storage.CreateContext();
            Assert.Equal(claimed, await context.Work.CountAsync(each => each.Owner == "worker"));
        }
        Assert.Null(await store.TryClaimAsync(SampleWork.Name, "worker", TimeSpan.FromMinutes(1), CancellationToken.None));
    }
}
