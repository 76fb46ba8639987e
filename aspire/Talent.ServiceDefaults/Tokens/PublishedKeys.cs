using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults;

/// <summary>Reads published keys over HTTP, at the address that service discovery gives.</summary>
internal sealed class PublishedKeys(IHttpClientFactory clients, IOptions<TokenOptions> options, TimeProvider time) : IPublishedKeys
{
    public const string ClientName = "talent-keys";
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<JsonWebKey>> ReadAsync(string issuer, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var client = clients.CreateClient(ClientName);
        client.MaxResponseContentBufferSize = LargestAnswer;
        try
        {
            var address = ServiceAddress.Of(issuer, options.Value.Issuers[issuer], TokenOptions.KeysPath);
            return [.. JsonWebKeySet.Create(await client.GetStringAsync(address, either.Token)).Keys];
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"The keys of '{issuer}' were not answered in time.", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or System.Text.Json.JsonException)
        {
            throw new HttpRequestException($"What '{issuer}' publishes is not a key set.", exception);
        }
    }
}
