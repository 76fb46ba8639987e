using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Talent.ServiceDefaults;

/// <summary>
/// The person of the current HTTP request. A gRPC call that is being served carries the person's token: it is passed on as it is. A page
/// request carries a caller (<see cref="CallerExtensions.SetCaller(HttpContext, Caller)"/>): the portal's issuer makes its token, once for
/// as long as it is good.
/// </summary>
internal sealed class HttpCallerTokenSource(IHttpContextAccessor accessor, IServiceProvider services, TimeProvider time)
    : ICallerTokenSource
{
    private const string Kept = "talent.caller.token";
    private const string Scheme = "Bearer ";
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    public async ValueTask<IssuedToken?> GetAsync(CancellationToken cancellationToken)
    {
        if (accessor.HttpContext is not { } request)
            return null;
        if (request.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null)
            return Forward(request);
        return request.GetCaller() is { Kind: CallerKind.Person } person ? await IssueAsync(request, person, cancellationToken) : null;
    }

    private async Task<IssuedToken> IssueAsync(HttpContext request, Caller person, CancellationToken cancellationToken)
    {
        if (request.Items.TryGetValue(Kept, out var kept) && kept is (Caller of, IssuedToken token)
            && ReferenceEquals(of, person) && token.ExpiresAt - time.GetUtcNow() > TokenTimes.RenewBefore)
            return token;
        var issuer = services.GetKeyedService<TokenIssuer>(TokenClaims.PersonIssuer)
            ?? throw new InvalidOperationException(
                "Only the portal speaks for people: call AddTokens(\"portal\") in the process that signs them in.");
        var issued = await issuer.IssuePersonAsync(person, TokenTimes.LongestLifetime, cancellationToken);
        request.Items[Kept] = (person, issued);
        return issued;
    }

    // The interceptor of the call has checked this token; here only its issuer and end are read. A service's token is not passed on.
    private IssuedToken? Forward(HttpContext request)
    {
        var header = request.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = _handler.ReadJsonWebToken(header[Scheme.Length..].Trim());
        return token.Audiences.Contains(TokenClaims.PersonAudience)
            ? new IssuedToken(token.EncodedToken, new DateTimeOffset(token.ValidTo, TimeSpan.Zero))
            : null;
    }
}
