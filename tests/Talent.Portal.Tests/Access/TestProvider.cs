using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Talent.Portal.Tests.Access;

/// <summary>An OpenID Connect provider that signs everybody in as the same subject; it checks the client, the code and PKCE.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "talent";
    public const string ClientSecret = "a secret of the test";

    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "key-1" };
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new();
    private readonly WebApplication _app;

    private TestProvider(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public string Subject { get; set; } = "subject-1";

    /// <summary>Put into identity tokens in place of the nonce that was asked for; null puts that.</summary>
    public string? WrongNonce { get; set; }

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var provider = new TestProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", provider.Describe);
        provider._app.MapGet("/keys", provider.Keys);
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", provider.ExchangeAsync);
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private JsonHttpResult<Dictionary<string, string>> Describe() => TypedResults.Json(new Dictionary<string, string>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["jwks_uri"] = $"{Address}/keys",
    });

    private JsonHttpResult<Dictionary<string, Dictionary<string, string>[]>> Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(_key);
        return TypedResults.Json(new Dictionary<string, Dictionary<string, string>[]>
        {
            ["keys"] = [new() { ["kty"] = key.Kty, ["crv"] = key.Crv, ["x"] = key.X, ["y"] = key.Y, ["kid"] = key.Kid, ["use"] = "sig" }],
        });
    }

    private RedirectHttpResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        Assert.Equal((ClientId, "code", "S256"), (query["client_id"].ToString(), query["response_type"].ToString(), query["code_challenge_method"].ToString()));
        var code = $"code-{_codes.Count}";
        _codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString());
        return TypedResults.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || verifier != asked.Challenge || form["client_secret"] != ClientSecret)
            return TypedResults.BadRequest(new { error = "invalid_grant" });
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            Claims = new Dictionary<string, object> { ["sub"] = Subject, ["nonce"] = WrongNonce ?? asked.Nonce },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
        });
        return TypedResults.Json(new { access_token = "none", token_type = "Bearer", id_token = token });
    }
}
