using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Talent.Faults.Tests.Machine;

/// <summary>
/// Publishes the keys of the harness and of the portal as those of one issuer, so that the services take commands of both. What an issuer
/// last published is kept while it does not answer.
/// </summary>
internal sealed class KeyDirectory(Uri address, IReadOnlyList<Uri> issuers, HttpClient http) : IAsyncDisposable
{
    private const string Path = "/.well-known/jwks.json";
    private readonly ConcurrentDictionary<Uri, string> _known = new();
    private WebApplication? _app;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = System.IO.Path.GetTempPath() });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        _app = builder.Build();
        _app.MapGet(Path, AnswerAsync);
        await _app.StartAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<JsonObject> AnswerAsync(CancellationToken cancel)
    {
        var keys = new JsonArray();
        foreach (var issuer in issuers)
        {
            foreach (var key in JsonNode.Parse(await ReadAsync(issuer, cancel))!["keys"]!.AsArray()) keys.Add(key!.DeepClone());
        }

        return new JsonObject { ["keys"] = keys };
    }

    private async Task<string> ReadAsync(Uri issuer, CancellationToken cancel)
    {
        try
        {
            return _known[issuer] = await http.GetStringAsync(new Uri(issuer, Path), cancel);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return _known.GetValueOrDefault(issuer, """{"keys":[]}""");
        }
    }
}
