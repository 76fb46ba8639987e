using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Talent.Portal.SignIn;

/// <summary>The cookie that holds the id of a session, encrypted, and nothing else.</summary>
public static class SessionCookie
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "portal";

    /// <summary>
    /// Cookies that were given over TLS travel over TLS alone; <see cref="Hosting.TransportGate"/> keeps everybody else to the own machine
    /// or the demonstration.
    /// </summary>
    public const CookieSecurePolicy SecurePolicy = CookieSecurePolicy.SameAsRequest;

    private const string SessionClaim = "sid";

    /// <summary>The id of the session that a request shows; null when it shows none.</summary>
    public static async Task<string?> ReadSessionAsync(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = await context.AuthenticateAsync(Scheme);
        return result.Principal?.FindFirstValue(SessionClaim);
    }

    /// <summary>Gives the browser the cookie of a session.</summary>
    public static Task WriteSessionAsync(this HttpContext context, string accountId, string sessionId) =>
        context.SignInAsync(Scheme, PrincipalOf(accountId, sessionId));

    /// <summary>What the cookie of a session holds.</summary>
    public static ClaimsPrincipal PrincipalOf(string accountId, string sessionId) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, accountId), new Claim(SessionClaim, sessionId)], Scheme));

    /// <summary>Describes the cookie.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Cookie.Name = "talent-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.Cookie.SecurePolicy = SecurePolicy;
        options.ExpireTimeSpan = Sessions.Longest;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/problems/403";
    }
}
