using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class TokenIssuerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly SigningKeyRing _portal;
    private readonly SigningKeyRing _roles;

    public TokenIssuerTests()
    {
        _portal = new SigningKeyRing("portal", new InMemorySigningKeyStore(), _time);
        _roles = new SigningKeyRing("roles", new InMemorySigningKeyStore(), _time);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _roles.Dispose();
    }

    [Fact]
    public async Task IssuePerson_BetweenTwoSeconds_NeverLivesLongerThanAsked()
    {
        _time.Advance(TimeSpan.FromMilliseconds(999));

        var token = await IssueAsync(_portal, Callers.Director, TokenTimes.LongestLifetime);

        Assert.InRange(
            token.ExpiresAt - _time.GetUtcNow(), TokenTimes.LongestLifetime - TimeSpan.FromSeconds(1), TokenTimes.LongestLifetime);
    }

    [Fact]
    public async Task IssuePerson_LongerThanFiveMinutes_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            IssueAsync(_portal, Callers.Director, TokenTimes.LongestLifetime + TimeSpan.FromTicks(1)));

    [Fact]
    public async Task IssuePerson_NoLifetime_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => IssueAsync(_portal, Callers.Director, TimeSpan.Zero));

    [Fact]
    public async Task IssuePerson_IssuerIsNotThePortal_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => IssueAsync(_roles, Callers.Director, TokenTimes.LongestLifetime));

    [Fact]
    public async Task IssuePerson_CallerIsAService_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => IssueAsync(_portal, Caller.Service("roles"), TokenTimes.LongestLifetime));

    [Fact]
    public async Task IssueService_ForEverybody_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            new TokenIssuer(_roles, _time).IssueServiceAsync("talent", CancellationToken.None));

    private Task<IssuedToken> IssueAsync(SigningKeyRing keys, Caller person, TimeSpan lifetime) =>
        new TokenIssuer(keys, _time).IssuePersonAsync(person, lifetime, CancellationToken.None);
}
