using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Talent.ServiceDefaults.Tests;

public sealed class DefaultEndpointsTests
{
    private const string Secret = "connection of Ada Example refused";

    [Fact]
    public async Task Health_AllWell_Answers200InProduction() =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/health")).Status);

    [Fact]
    public async Task Health_OneCheckFails_Answers503AndNamesItsSentence()
    {
        var (status, answer) = await AskAsync("/health", checks => checks.AddCheck(
            "roles-log", () => HealthCheckResult.Unhealthy("Stalled at roles:17, TYPE_UNKNOWN.")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(("Unhealthy", "Stalled at roles:17, TYPE_UNKNOWN."), CheckOf(answer, "roles-log"));
        Assert.Equal("Healthy", CheckOf(answer, "self").Status);
    }

    [Fact]
    public async Task Health_OneCheckIsDegraded_Answers200AndSaysSo()
    {
        var (status, answer) = await AskAsync("/health", checks => checks.AddCheck(
            "cache", () => HealthCheckResult.Degraded("The cache cannot be reached; answers are slower.")));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Degraded", answer.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Health_CheckThrows_KeepsTheTextOfTheExceptionToItself()
    {
        var (status, answer) = await AskAsync("/health", checks => checks.AddCheck(
            "store", () => throw new InvalidOperationException(Secret)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.DoesNotContain("Ada", answer.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(CheckOf(answer, "store").Description);
    }

    [Fact]
    public async Task Alive_SomethingItDependsOnFails_Answers200() =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await AskAsync("/alive", checks => checks.AddCheck("store", () => HealthCheckResult.Unhealthy("Down.")))).Status);

    private static (string Status, string Description) CheckOf(JsonElement answer, string name)
    {
        var check = answer.GetProperty("checks").EnumerateArray().Single(each => each.GetProperty("name").GetString() == name);
        return (check.GetProperty("status").GetString()!, check.GetProperty("description").GetString()!);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(
        string path, Action<IHealthChecksBuilder>? add = null)
    {
        await using var host = await ProbeHost.StartAsync(builder => add?.Invoke(builder.Services.AddHealthChecks()));
        using var http = host.Http;
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, answer.RootElement.Clone());
    }
}
