using Talent.Messaging.Storage;
using Talent.Messaging.Tests.Sample;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Tests.Storage;

/// <summary>What a ring of signing keys asks of its store, on either database.</summary>
public abstract class SigningKeyCompliance(TestStorage storage) : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
    private SampleService _service = null!;
    private SigningKeyStore<SampleContext> _keys = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await SampleService.StartAsync(
            new SampleSetting("sample", await storage.SettingsForAsync("sample")) { Idle = true });
        _keys = new(_service.Storage);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task GetAsync_KeyThatAReplicaAdded_IsTheSameInEveryPart()
    {
        var added = Key("sample.one");
        await _keys.AddAsync(added, CancellationToken.None);

        var key = Assert.Single(await new SigningKeyStore<SampleContext>(_service.Storage).GetAsync(CancellationToken.None));

        Assert.Equal(added.PrivateKey, key.PrivateKey);
        Assert.Equal(added, key with { PrivateKey = added.PrivateKey });
    }

    [Fact]
    public async Task AddAsync_TwoAtOnce_KeepsBoth()
    {
        await Task.WhenAll(_keys.AddAsync(Key("sample.one"), CancellationToken.None), _keys.AddAsync(Key("sample.two"), CancellationToken.None));

        Assert.Equal(["sample.one", "sample.two"], await IdsAsync());
    }

    [Fact]
    public async Task RemoveAsync_GoneAlready_IsNoError()
    {
        await _keys.AddAsync(Key("sample.one"), CancellationToken.None);
        await _keys.AddAsync(Key("sample.two"), CancellationToken.None);

        await _keys.RemoveAsync("sample.one", CancellationToken.None);
        await _keys.RemoveAsync("sample.one", CancellationToken.None);

        Assert.Equal(["sample.two"], await IdsAsync());
    }

    private async Task<IEnumerable<string>> IdsAsync() =>
        (await _keys.GetAsync(CancellationToken.None)).Select(key => key.KeyId).Order(StringComparer.Ordinal);

    private static SigningKeyRecord Key(string id) => new(id, [1, 2, 0, 255], Start, Start.AddDays(30), Start.AddDays(31));
}

public sealed class SqliteSigningKeyTests() : SigningKeyCompliance(new SqliteTestStorage());

public sealed class PostgresSigningKeyTests() : SigningKeyCompliance(new PostgresTestStorage());
