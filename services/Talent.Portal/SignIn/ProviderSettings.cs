namespace Talent.Portal.SignIn;

/// <summary>The OpenID Connect provider that signs people in, from configuration <c>Talent:SignIn</c>.</summary>
/// <param name="Authority">Its address: <c>/.well-known/openid-configuration</c> below it says the rest.</param>
/// <param name="ClientId">Id under which the portal is registered with it.</param>
/// <param name="ClientSecret">The secret shared with it.</param>
/// <param name="Administrator">Subject of the first system administrator, recorded at start; null when there is one already.</param>
public sealed record ProviderSettings(Uri Authority, string ClientId, string ClientSecret, string? Administrator)
{
    /// <summary>Reads the settings; null when no provider is configured.</summary>
    /// <exception cref="InvalidOperationException">Something is missing, or the authority is not reached over TLS.</exception>
    public static ProviderSettings? From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Talent:SignIn");
        if (section["Authority"] is not { Length: > 0 } authority)
            return null;
        if (!Uri.TryCreate(authority.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw new InvalidOperationException("Set Talent:SignIn:Authority to the provider's address, starting with https://.");
        return new ProviderSettings(address, Required(section, "ClientId"), Required(section, "ClientSecret"), section["Administrator"]);
    }

    private static string Required(IConfigurationSection section, string key) => section[key] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"Set {section.Path}:{key} beside {section.Path}:Authority.");
}
