using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Talent.Portal.SignIn;

/// <summary>
/// Signs people in by OpenID Connect: the code flow of the framework's OAuth handler with PKCE, and what OpenID Connect adds to it,
/// discovery, a nonce, and the check of the identity token. Who has no account here is refused.
/// </summary>
public sealed class ProviderHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, ProviderDiscovery discovery, ProviderSettings settings,
    Accounts accounts, Sessions sessions) : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string SchemeName = "provider";

    private const string Nonce = "nonce";
    private const int NonceBytes = 32;
    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    /// <inheritdoc />
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        await DiscoverAsync();
        properties.Items[Nonce] = Convert.ToHexString(RandomNumberGenerator.GetBytes(NonceBytes));
        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc />
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);
    }

    /// <inheritdoc />
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        await DiscoverAsync();
        return await base.ExchangeCodeAsync(context);
    }

    /// <inheritdoc />
    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        System.Security.Claims.ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(tokens);
        var text = tokens.Response?.RootElement.TryGetProperty("id_token", out var given) == true ? given.GetString() : null;
        var token = await CheckAsync(text ?? throw new AuthenticationFailureException("The provider gave no identity token."));
        if (!token.TryGetPayloadValue<string>(Nonce, out var nonce) || nonce != properties.Items[Nonce])
            throw new AuthenticationFailureException("The identity token was not made for this sign-in.");
        var account = await accounts.FindAsync(Accounts.NameOf(token.Issuer, token.Subject), Context.RequestAborted);
        if (account is null || await sessions.StartAsync(account, Context.RequestAborted) is not { } session)
            throw new AuthenticationFailureException("The person has no account here.");
        return new AuthenticationTicket(SessionCookie.PrincipalOf(account, session), properties, Scheme.Name);
    }

    private async Task<Provider> DiscoverAsync(bool anew = false)
    {
        var provider = await discovery.ReadAsync(anew, Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (provider.AuthorizationEndpoint, provider.TokenEndpoint);
        return provider;
    }

    private async Task<JsonWebToken> CheckAsync(string text)
    {
        var result = await ValidateAsync(text, await DiscoverAsync());
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            result = await ValidateAsync(text, await DiscoverAsync(anew: true));
        return result.IsValid
            ? (JsonWebToken)result.SecurityToken
            : throw new AuthenticationFailureException("The identity token is not valid.", result.Exception);
    }

    private Task<TokenValidationResult> ValidateAsync(string text, Provider provider) =>
        _tokens.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = settings.ClientId,
            IssuerSigningKeys = provider.Keys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        });
}
