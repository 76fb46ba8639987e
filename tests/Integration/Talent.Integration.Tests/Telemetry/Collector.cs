using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Talent.Integration.Tests.Telemetry.Messages;

namespace Talent.Integration.Tests.Telemetry;

/// <summary>Receives what a program exports over OTLP with HTTP and Protobuf.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<CollectedSpan> _spans = new();
    private readonly ConcurrentDictionary<(string Service, string Name), bool> _metrics = new();
    private readonly ConcurrentQueue<string> _logs = new();
    private readonly ConcurrentQueue<string> _named = new();
    private readonly WebApplication _app;

    private Collector()
    {
        // No settings from files: those of the product lie in the same folder.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        Receive("/v1/traces", Traces.Parser, Keep);
        Receive("/v1/metrics", Metrics.Parser, Keep);
        Receive("/v1/logs", Logs.Parser, Keep);
    }

    /// <summary>Where programs send to.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>The spans received so far.</summary>
    public IReadOnlyCollection<CollectedSpan> Spans => _spans;

    /// <summary>The metrics received so far, by service and name.</summary>
    public ICollection<(string Service, string Name)> MetricNames => _metrics.Keys;

    /// <summary>The lines of the log received so far.</summary>
    public IReadOnlyCollection<string> LogLines => _logs;

    /// <summary>The names of people found anywhere in what was received, each with what stood around it.</summary>
    public IReadOnlyCollection<string> NamesFound => _named;

    /// <summary>Starts a collector on a free port.</summary>
    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Receive<T>(string path, MessageParser<T> parser, Action<T> keep) where T : IMessage<T> =>
        _app.MapPost(path, async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            foreach (var name in InventedNames.In(body.ToArray()))
                _named.Enqueue($"{path}: {name}");
            keep(parser.ParseFrom(body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });

    private void Keep(Traces traces)
    {
        foreach (var resource in traces.ResourceSpans)
        {
            var service = ServiceOf(resource.Resource);
            foreach (var span in resource.ScopeSpans.SelectMany(scope => scope.Spans))
            {
                _spans.Enqueue(new CollectedSpan(
                    service, span.Name, Hex(span.TraceId), Hex(span.SpanId), Hex(span.ParentSpanId)));
            }
        }
    }

    private void Keep(Metrics metrics)
    {
        foreach (var resource in metrics.ResourceMetrics)
        {
            var service = ServiceOf(resource.Resource);
            foreach (var metric in resource.ScopeMetrics.SelectMany(scope => scope.Metrics))
                _metrics[(service, metric.Name)] = true;
        }
    }

    private void Keep(Logs logs)
    {
        foreach (var record in logs.ResourceLogs.SelectMany(resource => resource.ScopeLogs).SelectMany(scope => scope.LogRecords))
            _logs.Enqueue(record.Body?.StringValue ?? "");
    }

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);

    private static string ServiceOf(Resource? resource) =>
        resource?.Attributes.FirstOrDefault(attribute => attribute.Key == "service.name")?.Value.StringValue ?? "";
}

/// <summary>A span as a collector sees it; ids in hexadecimal.</summary>
/// <param name="Service">The service that it ran in.</param>
/// <param name="Name">What was done.</param>
/// <param name="Trace">Its trace.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Parent">The span it hangs below; empty for the first of a trace.</param>
public sealed record CollectedSpan(string Service, string Name, string Trace, string Id, string Parent);
