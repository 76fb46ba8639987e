using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class IssuerKeysTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly CountedKeys _published = new() { KeyIds = { "roles.first" } };
    private readonly IssuerKeys _keys;

    public IssuerKeysTests() => _keys = new IssuerKeys("roles", _published, _time);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task Find_KnownKey_ReadsOnce()
    {
        await FindAsync("roles.first");

        Assert.True(await FindAsync("roles.first"));
        Assert.Equal(1, _published.Readings);
    }

    [Fact]
    public async Task Find_ManyAtOnce_ReadsOnce()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => FindAsync("roles.first")));

        Assert.All(found, Assert.True);
        Assert.Equal(1, _published.Readings);
    }

    [Fact]
    public async Task Find_KeyAddedSince_IsFoundByReadingAgain()
    {
        await FindAsync("roles.first");
        _published.KeyIds.Add("roles.second");
        _time.Advance(TokenTimes.KeysReadAtMostEvery);

        Assert.True(await FindAsync("roles.second"));
        Assert.Equal(2, _published.Readings);
    }

    [Fact]
    public async Task Find_UnknownKeysOneAfterTheOther_ReadsNoMoreOftenThanAllowed()
    {
        await FindAsync("roles.first");
        for (var attempt = 0; attempt < 100; attempt++)
            Assert.False(await FindAsync($"roles.unknown-{attempt}"));

        Assert.Equal(1, _published.Readings);
    }

    [Fact]
    public async Task Find_KeyOfAnotherIssuer_ReadsNothing()
    {
        Assert.False(await FindAsync("portal.first"));
        Assert.Equal(0, _published.Readings);
    }

    [Fact]
    public async Task Find_KeyWithdrawnSince_IsNotFoundOnceTheKeysWereReadAgain()
    {
        await FindAsync("roles.first");
        _published.KeyIds.Clear();
        _time.Advance(TokenTimes.KeysKept);

        Assert.False(await FindAsync("roles.first"));
    }

    [Fact]
    public async Task Find_IssuerUnreachable_GoesOnWithWhatItRead()
    {
        await FindAsync("roles.first");
        _published.Reachable = false;
        _time.Advance(TokenTimes.KeysKept);

        Assert.True(await FindAsync("roles.first"));
    }

    [Fact]
    public async Task Find_IssuerUnreachableForTooLong_Fails()
    {
        await FindAsync("roles.first");
        _published.Reachable = false;
        _time.Advance(TokenTimes.KeysKeptUnreachable);

        await Assert.ThrowsAsync<HttpRequestException>(() => FindAsync("roles.first"));
    }

    [Fact]
    public async Task Find_IssuerUnreachableFromTheStart_FailsUntilItIsBack()
    {
        _published.Reachable = false;
        await Assert.ThrowsAsync<HttpRequestException>(() => FindAsync("roles.first"));
        _published.Reachable = true;
        _time.Advance(TokenTimes.KeysReadAtMostEvery);

        Assert.True(await FindAsync("roles.first"));
    }

    private async Task<bool> FindAsync(string keyId) => await _keys.FindAsync(keyId, CancellationToken.None) is not null;
}
