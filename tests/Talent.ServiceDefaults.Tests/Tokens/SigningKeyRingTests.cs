using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class SigningKeyRingTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemorySigningKeyStore _store = new();
    private readonly SigningKeyRing _ring;

    public SigningKeyRingTests() => _ring = new SigningKeyRing("roles", _store, _time);

    public void Dispose() => _ring.Dispose();

    [Fact]
    public async Task GetSigningKey_EmptyStore_MakesOneThatSignsAtOnceAndIsPublished()
    {
        var signing = await SigningAsync();

        Assert.StartsWith("roles.", signing, StringComparison.Ordinal);
        Assert.Equal([signing], await PublishedAsync());
    }

    [Fact]
    public async Task GetSigningKey_AfterARestart_IsTheSame()
    {
        var before = await SigningAsync();
        using var restarted = new SigningKeyRing("roles", _store, _time);

        Assert.Equal(before, (await restarted.GetSigningKeyAsync(CancellationToken.None)).KeyId);
    }

    [Fact]
    public async Task GetPublicKeys_ReplicaAddedItsOwnFirstKey_PublishesBoth()
    {
        await SigningAsync();
        var other = SigningKey.Create("roles", _time.GetUtcNow());
        await _store.AddAsync(other, CancellationToken.None);

        Assert.Contains(other.KeyId, await PublishedAsync());
    }

    [Fact]
    public async Task GetSigningKey_TwoReplicasWithAKeyEach_SignWithTheSameOnceBothHaveRead()
    {
        using var other = new SigningKeyRing("roles", _store, _time);
        await _store.AddAsync(SigningKey.Create("roles", _time.GetUtcNow()), CancellationToken.None);
        await _store.AddAsync(SigningKey.Create("roles", _time.GetUtcNow()), CancellationToken.None);

        Assert.Equal(await SigningAsync(), (await other.GetSigningKeyAsync(CancellationToken.None)).KeyId);
    }

    [Fact]
    public async Task Rotation_OverManyWeeks_PublishesEveryKeyBeforeItSignsAndAfterItSignedLast()
    {
        var publishedSince = new Dictionary<string, DateTimeOffset>();
        var signedLast = new Dictionary<string, DateTimeOffset>();
        var first = await SigningAsync();
        for (var step = 0; step < 4 * 7 * 24 * 2; step++)
        {
            var now = _time.GetUtcNow();
            var published = await PublishedAsync();
            var signing = await SigningAsync();
            foreach (var key in published)
                publishedSince.TryAdd(key, now);
            signedLast[signing] = now;

            Assert.True(signing == first || now - publishedSince[signing] >= TokenTimes.KeysKept);
            Assert.All(
                signedLast.Where(key => now - key.Value <= TokenTimes.LongestLifetime + TokenTimes.ClockSkew),
                key => Assert.Contains(key.Key, published));
            _time.Advance(TimeSpan.FromMinutes(30));
        }

        Assert.InRange(signedLast.Count, 4, 5);
    }

    [Fact]
    public async Task Rotation_KeyPublishedNoLonger_IsForgotten()
    {
        var first = await SigningAsync();
        _time.Advance(TokenTimes.KeySigns + TokenTimes.KeyPublishedAfter);

        Assert.DoesNotContain(first, await PublishedAsync());
        Assert.DoesNotContain(await _store.GetAsync(CancellationToken.None), key => key.KeyId == first);
    }

    [Fact]
    public async Task GetPublicKeys_OfAnyKey_HoldNoPrivateHalf()
    {
        await SigningAsync();

        Assert.All(await _ring.GetPublicKeysAsync(CancellationToken.None), key => Assert.False(key.HasPrivateKey));
    }

    private async Task<string> SigningAsync() => (await _ring.GetSigningKeyAsync(CancellationToken.None)).KeyId;

    private async Task<IReadOnlyList<string>> PublishedAsync() =>
        [.. (await _ring.GetPublicKeysAsync(CancellationToken.None)).Select(key => key.Kid)];
}
