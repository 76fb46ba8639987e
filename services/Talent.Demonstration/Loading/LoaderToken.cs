using Grpc.Core;
using Talent.ServiceDefaults;

namespace Talent.Demonstration.Loading;

/// <summary>The loader's token for one service, made anew before it expires.</summary>
internal sealed class LoaderToken(TokenIssuer issuer, string audience, TimeProvider time)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(2);
    // A batch of the largest size on a slow machine, with the wait of a service for what is on its way to it.
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(1);

    private IssuedToken? _token;

    public async Task<CallOptions> OptionsAsync(CancellationToken cancellation)
    {
        if (_token is null || _token.ExpiresAt - time.GetUtcNow() < RenewBefore)
            _token = await issuer.IssueServiceAsync(audience, cancellation);
        // gRPC measures deadlines by the system's clock, whatever clock is injected.
        return new CallOptions(
            new Metadata { { "authorization", $"Bearer {_token.Value}" } },
            (TimeProvider.System.GetUtcNow() + LongestCall).UtcDateTime,
            cancellation);
    }
}
