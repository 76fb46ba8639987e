using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Talent.ServiceDefaults.Tests.Collected;

namespace Talent.ServiceDefaults.Tests;

/// <summary>A collector of OTLP over HTTP that keeps what it is sent.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ResourceSpans> _spans = new();
    private readonly ConcurrentQueue<ResourceMetrics> _metrics = new();
    private readonly ConcurrentQueue<ResourceLogs> _logs = new();
    private readonly ConcurrentBag<string> _keys = [];

    private Collector(WebApplication app)
    {
        _app = app;
        app.MapPost("/v1/traces", async context => Keep(_spans, (await ReadAsync(context, Traces.Parser)).ResourceSpans));
        app.MapPost("/v1/metrics", async context => Keep(_metrics, (await ReadAsync(context, Metrics.Parser)).ResourceMetrics));
        app.MapPost("/v1/logs", async context => Keep(_logs, (await ReadAsync(context, Logs.Parser)).ResourceLogs));
    }

    public Uri Address => new(_app.Urls.Single());

    public IEnumerable<Span> Spans => _spans.SelectMany(resource => resource.ScopeSpans).SelectMany(scope => scope.Spans);

    public IEnumerable<string> MetricNames =>
        _metrics.SelectMany(resource => resource.ScopeMetrics).SelectMany(scope => scope.Metrics).Select(metric => metric.Name);

    public IEnumerable<LogRecord> LogRecords => _logs.SelectMany(resource => resource.ScopeLogs).SelectMany(scope => scope.LogRecords);

    public IEnumerable<Resource> Resources =>
        [.. _spans.Select(each => each.Resource), .. _metrics.Select(each => each.Resource), .. _logs.Select(each => each.Resource)];

    public IEnumerable<string> Keys => _keys;

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new Collector(builder.Build());
        await collector._app.StartAsync();
        return collector;
    }

    public static string? Tag(IEnumerable<KeyValue> attributes, string key) =>
        attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value is not { } value
            ? null
            : value.ValueCase == AnyValue.ValueOneofCase.IntValue ? $"{value.IntValue}" : value.StringValue;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static void Keep<T>(ConcurrentQueue<T> kept, IEnumerable<T> sent)
    {
        foreach (var each in sent)
            kept.Enqueue(each);
    }

    private async Task<T> ReadAsync<T>(HttpContext context, MessageParser<T> parser) where T : IMessage<T>
    {
        _keys.Add(context.Request.Headers["x-otlp-api-key"].ToString());
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return parser.ParseFrom(body.ToArray());
    }
}
