using Grpc.Core;
using Microsoft.Extensions.Options;
using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class TokenValidatorTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Forge _forge = new();
    private readonly TokenOptions _options = new();
    private readonly TokenValidator _validator;

    public TokenValidatorTests()
    {
        _options.Audiences.Add("roles");
        _validator = new TokenValidator(_forge, Options.Create(_options), _time);
        _forge.SetTimes(_time.GetUtcNow(), TimeSpan.FromMinutes(5));
    }

    public void Dispose()
    {
        _validator.Dispose();
        _forge.Dispose();
    }

    [Fact]
    public async Task Validate_TokenOfAPerson_SaysWhoAndUntilWhen()
    {
        _forge.Token.Claims["grants"] = new[] { "group-hr-director@group:group-one", "leader@self" };

        var authentication = await _validator.ValidateAsync(_forge.Sign(), CancellationToken.None);

        Assert.Equal((CallerKind.Person, "account-1", "person-1"),
            (authentication.Caller.Kind, authentication.Caller.AccountId, authentication.Caller.PersonId));
        Assert.Equal(
            [new Grant(Role.GroupHrDirector, Scope.Group("group-one")), new Grant(Role.Leader, Scope.Self)],
            authentication.Caller.Grants);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(5), authentication.ExpiresAt);
    }

    [Fact]
    public async Task Validate_TokenOfAServiceForThisOne_SaysWhich()
    {
        ForgeService("development", "development", "roles");

        var authentication = await _validator.ValidateAsync(_forge.Sign(), CancellationToken.None);

        Assert.Equal((CallerKind.Service, "development"), (authentication.Caller.Kind, authentication.Caller.AccountId));
    }

    [Fact]
    public async Task Validate_IssuerNotTrusted_IsInvalid()
    {
        _forge.KeyId = "stranger.forged";
        _forge.Token.Issuer = "stranger";

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_PersonFromAnyIssuerButThePortal_IsInvalid()
    {
        _forge.KeyId = "roles.forged";
        _forge.Token.Issuer = "roles";

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_KeyOfAnotherIssuer_IsInvalidEvenWherePublished()
    {
        _forge.KeyId = "roles.forged";

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_ServiceThatSpeaksForAnother_IsInvalid()
    {
        ForgeService("development", "succession", "roles");

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_ServiceTokenForAnotherService_IsInvalid()
    {
        ForgeService("development", "development", "succession");

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_ServiceTokenForEverybody_IsInvalid()
    {
        ForgeService("development", "development", "talent");

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_PersonTokenForOneService_IsInvalid()
    {
        _forge.Token.Audience = "roles";

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_TwoAudiences_IsInvalid()
    {
        _forge.Token.Audience = null;
        _forge.Token.Claims["aud"] = new[] { "talent", "roles" };

        await AssertInvalidAsync(_forge.Sign());
    }

    [Theory]
    [InlineData("service@nation")]
    [InlineData("owner@nation")]
    [InlineData("academy")]
    [InlineData("academy@")]
    [InlineData("academy@world")]
    public async Task Validate_GrantThatIsNone_IsInvalid(string grant)
    {
        _forge.Token.Claims["grants"] = new[] { grant };

        await AssertInvalidAsync(_forge.Sign());
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("kind")]
    [InlineData("grants")]
    public async Task Validate_ClaimMissing_IsInvalid(string claim)
    {
        _forge.Token.Claims.Remove(claim);

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_NotSigned_IsInvalid()
    {
        _forge.Algorithm = null;

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_SignedWithThePublicKeyAsSecret_IsInvalid() => await AssertInvalidAsync(_forge.SignWithPublicKeyAsSecret());

    [Fact]
    public async Task Validate_SignedByAnotherKeyUnderTheSameId_IsInvalid()
    {
        using var other = new Forge();
        other.SetTimes(_time.GetUtcNow(), TimeSpan.FromMinutes(5));

        await AssertInvalidAsync(other.Sign());
    }

    [Fact]
    public async Task Validate_ContentChangedAfterSigning_IsInvalid()
    {
        var parts = _forge.Sign().Split('.');
        _forge.Token.Claims["sub"] = "account-2";
        var other = _forge.Sign().Split('.');

        await AssertInvalidAsync($"{parts[0]}.{other[1]}.{parts[2]}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.e30")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.AAAA")]
    public async Task Validate_NotAToken_IsInvalid(string token) => await AssertInvalidAsync(token);

    [Fact]
    public async Task Validate_LivesLongerThanFiveMinutes_IsInvalid()
    {
        _forge.SetTimes(_time.GetUtcNow(), TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_NeverExpires_IsInvalid()
    {
        _forge.Token.Expires = null;

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_FromTheFutureBeyondTheSkew_IsInvalid()
    {
        _forge.SetTimes(_time.GetUtcNow() + TokenTimes.ClockSkew + TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        await AssertInvalidAsync(_forge.Sign());
    }

    [Fact]
    public async Task Validate_FromTheFutureWithinTheSkew_IsTaken()
    {
        _forge.SetTimes(_time.GetUtcNow() + TokenTimes.ClockSkew, TimeSpan.FromMinutes(1));

        Assert.NotNull(await _validator.ValidateAsync(_forge.Sign(), CancellationToken.None));
    }

    [Fact]
    public async Task Validate_ExpiredWithinTheSkew_IsTaken()
    {
        var token = _forge.Sign();
        _time.Advance(TimeSpan.FromMinutes(5) + TokenTimes.ClockSkew - TimeSpan.FromSeconds(1));

        Assert.NotNull(await _validator.ValidateAsync(token, CancellationToken.None));
    }

    [Fact]
    public async Task Validate_ExpiredBeyondTheSkew_SaysSo()
    {
        var token = _forge.Sign();
        _time.Advance(TimeSpan.FromMinutes(5) + TokenTimes.ClockSkew);

        var exception = await Assert.ThrowsAsync<RpcException>(() => _validator.ValidateAsync(token, CancellationToken.None));
        Assert.True(exception.IsTokenExpired());
    }

    [Fact]
    public async Task Validate_ForgedAndExpired_IsInvalidRatherThanExpired()
    {
        using var other = new Forge();
        other.SetTimes(_time.GetUtcNow() - TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

        await AssertInvalidAsync(other.Sign());
    }

    private void ForgeService(string issuer, string subject, string audience)
    {
        _forge.KeyId = $"{issuer}.forged";
        _forge.Token.Issuer = issuer;
        _forge.Token.Audience = audience;
        _forge.Token.Claims = new Dictionary<string, object> { ["sub"] = subject, ["kind"] = "service" };
    }

    private async Task AssertInvalidAsync(string token)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(() => _validator.ValidateAsync(token, CancellationToken.None));
        Assert.Equal((StatusCode.Unauthenticated, Reason.TokenInvalid), (exception.StatusCode, exception.GetDetails().Reason));
    }
}
