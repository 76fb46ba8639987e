using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Talent.ServiceDefaults;

/// <summary>What one check found.</summary>
internal sealed record CheckAnswer(string Name, string Status, string Description);

/// <summary>What the checks found, by name.</summary>
internal sealed record HealthAnswer(string Status, IReadOnlyList<CheckAnswer> Checks)
{
    // A check that throws would otherwise show its exception's text, which may hold anything.
    private const string Failed = "The check failed; the log says why.";

    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-store";
        var checks = report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => Of(entry.Key, entry.Value));
        return context.Response.WriteAsJsonAsync(new HealthAnswer(report.Status.ToString(), [.. checks]), context.RequestAborted);
    }

    private static CheckAnswer Of(string name, HealthReportEntry entry)
    {
        var unsaid = string.IsNullOrEmpty(entry.Description) || entry.Description == entry.Exception?.Message;
        var sentence = !unsaid ? entry.Description! : entry.Status == HealthStatus.Healthy ? "" : Failed;
        return new CheckAnswer(name, entry.Status.ToString(), sentence);
    }
}
