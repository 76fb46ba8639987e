namespace Talent.ServiceDefaults;

/// <summary>Whose tokens are taken, and for whom.</summary>
public sealed class TokenOptions
{
    /// <summary>Where every issuer publishes the public halves of its keys.</summary>
    public const string KeysPath = "/.well-known/jwks.json";

    /// <summary>
    /// Names of the issuers that are trusted, each with the endpoint that publishes its keys. Configuration
    /// <c>Talent:Tokens:Issuers:NAME = ENDPOINT</c> adds to it.
    /// </summary>
    public IDictionary<string, string> Issuers { get; } = new Dictionary<string, string>
    {
        [TokenClaims.PersonIssuer] = "http",
        ["roles"] = "health",
        ["development"] = "health",
        ["succession"] = "health",
    };

    /// <summary>Names of the services in this process: tokens of services must name one of them.</summary>
    public ISet<string> Audiences { get; } = new HashSet<string>();
}
