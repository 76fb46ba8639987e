using System.Net.Http.Headers;

namespace Talent.ServiceDefaults;

/// <summary>On whose behalf a client calls.</summary>
public enum ClientIdentity
{
    /// <summary>The person whose request is being served; where there is none, the service itself.</summary>
    Caller,

    /// <summary>Always the service itself: for the feed and reactions.</summary>
    Service,
}

/// <summary>Gives each call the token of the person it is made for, else the service's own. A call that brings one keeps it.</summary>
internal sealed class TokenHandler(
    string audience, ClientIdentity identity, ICallerTokenSource callers, Func<ServiceTokens> serviceTokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is null)
        {
            var person = identity == ClientIdentity.Caller ? await callers.GetAsync(cancellationToken) : null;
            var token = person ?? await serviceTokens().GetAsync(audience, cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        }
        return await base.SendAsync(request, cancellationToken);
    }
}
