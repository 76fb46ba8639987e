using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Talent.ServiceDefaults;

namespace Talent.Portal.Reading;

/// <summary>What one check of a service found.</summary>
/// <param name="Name">Name of the check.</param>
/// <param name="Status"><c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>.</param>
/// <param name="Description">What it found, in a sentence; empty when there is nothing to say.</param>
public sealed record HealthCheck(string Name, string Status, string Description);

/// <summary>How a service is.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Status"><c>Healthy</c>, <c>Degraded</c>, <c>Unhealthy</c>, or <c>Not reached</c>.</param>
/// <param name="Checks">Its checks, by name.</param>
public sealed record ServiceState(string Service, string Status, IReadOnlyList<HealthCheck> Checks);

/// <summary>Asks the services how they are, projections and relays included, and the portal itself in the process.</summary>
public sealed class ServiceHealth(IHttpClientFactory clients, HealthCheckService own, TimeProvider time)
{
    /// <summary>What is said of a service that does not answer.</summary>
    public const string NotReached = "Not reached";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    // A check that throws has the exception's text for its sentence, which may hold anything.
    private const string Failed = "The check failed; the log says why.";

    /// <summary>The services that are asked; the portal is the last.</summary>
    public static IReadOnlyList<string> Services { get; } = ["roles", "development", "succession", PortalApplication.Name];

    /// <summary>Asks all of them at once.</summary>
    public async Task<IReadOnlyList<ServiceState>> AskAsync(CancellationToken cancellation) => await Task.WhenAll(Services.Select(
        service => service == PortalApplication.Name ? AskOwnAsync(cancellation) : AskAsync(service, cancellation)));

    // Its own checks alone: in Standalone those of the services are in the same process.
    private async Task<ServiceState> AskOwnAsync(CancellationToken cancellation)
    {
        var report = await own.CheckHealthAsync(
            check => check.Name.StartsWith($"{PortalApplication.Name} ", StringComparison.Ordinal), cancellation);
        return new ServiceState(PortalApplication.Name, report.Status.ToString(),
        [
            .. report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new HealthCheck(
                entry.Key, entry.Value.Status.ToString(), entry.Value.Exception is null ? entry.Value.Description ?? "" : Failed)),
        ]);
    }

    private async Task<ServiceState> AskAsync(string service, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var client = clients.CreateClient();
            var address = ServiceAddress.Of(service, "health", DefaultEndpoints.HealthPath);
            using var answer = await client.GetAsync(address, either.Token);
            var read = await answer.Content.ReadFromJsonAsync<Answer>(Format, either.Token);
            return new ServiceState(service, read?.Status ?? NotReached, read?.Checks ?? []);
        }
        catch (Exception away) when (away is HttpRequestException or JsonException
            || away is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new ServiceState(service, NotReached, []);
        }
    }

    private sealed record Answer(string Status, IReadOnlyList<HealthCheck> Checks);
}
