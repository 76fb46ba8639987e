using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Projections;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>A projection is a function of each source's events, however the sources and the batches fall.</summary>
public abstract class InterleavingCompliance(TestStorage storage) : IAsyncLifetime
{
    private const int EventsOfEach = 12;
    private const string LogId = "log";
    private SampleService _service = null!;

    public async ValueTask InitializeAsync() => _service = await SampleService.StartAsync(
        new SampleSetting("succession", await storage.SettingsForAsync("succession")) { Idle = true });

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Rebuild_HundredRandomInterleavings_GivesTheSameProjection()
    {
        var expected = await RebuildAsync(seed: 0);
        Assert.NotEmpty(expected);
        for (var seed = 1; seed <= 100; seed++)
            Assert.Equal(expected, await RebuildAsync(seed));
    }

    private async Task<List<string>> RebuildAsync(int seed)
    {
        var random = new Random(seed);
        var readers = new List<Reader>
        {
            await BeginAsync(new RolesTotals(new Obstacle())),
            await BeginAsync(new DevelopmentTotals(new Obstacle())),
        };
        while (readers.Where(each => each.Left > 0).ToList() is { Count: > 0 } left)
            await left[random.Next(left.Count)].ApplyAsync(1 + random.Next(6));
        await using var context = _service.Storage.CreateContext();
        return await context.ProjectedTotals.OrderBy(each => each.Source).ThenBy(each => each.AccountId)
            .Select(each => $"{each.Source} {each.AccountId} {each.Total} {each.LastPosition}").ToListAsync();
    }

    private async Task<Reader> BeginAsync(TotalProjection projection)
    {
        var source = projection.Source;
        var applier = new ProjectionApplier<SampleContext>(_service.Storage, source, [projection], TimeProvider.System);
        var from = await new CheckpointStore<SampleContext>(_service.Storage).ReadAsync(source, CancellationToken.None);
        var begin = await applier.ClearAsync(from, LogId, EventsOfEach, CancellationToken.None);
        return new Reader(applier, begin, [.. Enumerable.Range(1, EventsOfEach).Select(position => EventAt(source, position))]);
    }

    private static IncomingEvent EventAt(string source, int position) => new(
        new Event
        {
            LogId = LogId,
            Position = position,
            Id = $"{source}-{position}",
            Aggregate = $"accounts/{position % 3}",
            AggregateVersion = position,
            Type = SampleCommands.Added,
            Payload = new Int64Value { Value = position * source.Length }.ToByteString(),
            Time = new Timestamp(),
        },
        TraceParent: "");

    private sealed class Reader(ProjectionApplier<SampleContext> applier, Checkpoint checkpoint, List<IncomingEvent> left)
    {
        private Checkpoint _checkpoint = checkpoint;

        public int Left => left.Count;

        public async Task ApplyAsync(int count)
        {
            var batch = left.Take(count).ToList();
            _checkpoint = await applier.ApplyAsync(_checkpoint, batch, CancellationToken.None);
            left.RemoveRange(0, batch.Count);
        }
    }
}

public sealed class SqliteInterleavingTests() : InterleavingCompliance(new SqliteTestStorage());

public sealed class PostgresInterleavingTests() : InterleavingCompliance(new PostgresTestStorage());
