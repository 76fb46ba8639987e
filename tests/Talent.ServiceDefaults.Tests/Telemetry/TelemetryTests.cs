using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Talent.ServiceDefaults.Tests.Collected;

namespace Talent.ServiceDefaults.Tests;

public sealed class TelemetryTests : IAsyncLifetime
{
    private const string SearchedFor = "Ada-Example";
    private readonly string _own = ActivityTraceId.CreateRandom().ToHexString();
    private Collector _collector = null!;
    private ProbeHost? _host;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        _host = await ProbeHost.StartAsync(builder =>
        {
            builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Address.ToString();
            builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
            builder.Configuration["OTEL_EXPORTER_OTLP_HEADERS"] = "x-otlp-api-key=key-1";
            builder.Configuration["OTEL_SERVICE_NAME"] = "roles";
            TokenKeysTests.Identify(builder, "portal");
            builder.Services.AddTalentClient<ProbeService.ProbeServiceClient>("roles");
        }, app => app.MapGet("/posts/{id}", (Delegate)AnswerPageAsync));
        _host.Find("roles", _host);
        _host.Find("portal", _host);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task Request_Answered_GivesASpanWithItsRouteStatusAndName()
    {
        await AskAsync("/posts/7");
        await SendAllAsync();

        var span = Assert.Single(OwnSpans, each => each.Name == "GET /posts/{id}");
        Assert.Equal(
            ("/posts/{id}", "200", "GET"),
            (Tag(span, "http.route"), Tag(span, "http.response.status_code"), Tag(span, "http.request.method")));
    }

    [Fact]
    public async Task Request_ThatCallsAService_GivesOneTraceThroughBoth()
    {
        await AskAsync("/posts/7");
        await SendAllAsync();

        var page = Assert.Single(OwnSpans, each => each.Name == "GET /posts/{id}");
        var call = Assert.Single(OwnSpans, each => Tag(each, "http.route") == "/talent.probe.v1.ProbeService/Ask");
        // Between the two lie the spans of the client: one of HTTP, and one of gRPC where the client makes it. None is missing.
        var span = call;
        while (!span.SpanId.Equals(page.SpanId)) span = Assert.Single(OwnSpans, each => each.SpanId == span.ParentSpanId);
        Assert.NotEqual(page.SpanId, call.ParentSpanId);
    }

    [Fact]
    public async Task Request_WithAQuery_LeavesItOutOfEverySpan()
    {
        await AskAsync($"/posts/7?name={SearchedFor}");
        await SendAllAsync();

        Assert.NotEmpty(OwnSpans);
        Assert.DoesNotContain(OwnSpans, span => span.ToString().Contains(SearchedFor, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    [InlineData("/.well-known/jwks.json")]
    public async Task Request_OfHealthOrKeys_GivesNoSpan(string path)
    {
        await AskAsync(path);
        await SendAllAsync();

        Assert.DoesNotContain(_collector.Spans, span => Tag(span, "url.path") == path);
    }

    [Fact]
    public async Task DatabaseCommand_OfNoTrace_IsLeftOut()
    {
        using var source = new ActivitySource("Npgsql");
        Activity.Current = null;
        using (source.StartActivity("polling-of-the-log"))
        {
        }
        using (var request = source.StartActivity("parent", ActivityKind.Internal, new ActivityContext(
            ActivityTraceId.CreateFromString(_own), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded)))
        using (source.StartActivity("command-of-a-request"))
        {
        }
        await SendAllAsync();

        Assert.DoesNotContain(_collector.Spans, span => span.Name == "polling-of-the-log");
        Assert.Contains(OwnSpans, span => span.Name == "command-of-a-request");
    }

    [Fact]
    public async Task Metrics_OfTheFrameworkAndOurs_AreSent()
    {
        using var meter = new Meter("Talent.Probe");
        meter.CreateCounter<int>("talent.probe.answers").Add(1);
        await AskAsync("/posts/7");
        await SendAllAsync();

        var names = _collector.MetricNames.ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "talent.probe.answers", "http.server.request.duration", "http.client.request.duration", "dotnet.gc.collections",
            },
            names);
    }

    [Fact]
    public async Task Logs_OfARequest_AreSentWithItsTrace()
    {
        await AskAsync("/posts/7");
        await SendAllAsync();

        var record = Assert.Single(_collector.LogRecords, each => each.Body.StringValue == "Post 7 was read");
        Assert.Equal(_own, Convert.ToHexStringLower(record.TraceId.Span));
    }

    [Fact]
    public async Task Everything_Sent_NamesTheServiceAndCarriesTheKey()
    {
        await AskAsync("/posts/7");
        await SendAllAsync();

        Assert.All(_collector.Resources, resource => Assert.Equal("roles", Collector.Tag(resource.Attributes, "service.name")));
        Assert.All(_collector.Keys, key => Assert.Equal("key-1", key));
    }

    [Fact]
    public async Task AddServiceDefaults_NoCollectorNamed_MakesNoProvider()
    {
        await using var host = await ProbeHost.StartAsync();

        Assert.Null(host.Services.GetService<TracerProvider>());
    }

    private static string? Tag(Span span, string key) => Collector.Tag(span.Attributes, key);

    private IEnumerable<Span> OwnSpans => _collector.Spans.Where(span => Convert.ToHexStringLower(span.TraceId.Span) == _own);

    private static async Task<string> AnswerPageAsync(string id, HttpContext context, ILogger<TelemetryTests> logger)
    {
        logger.LogInformation("Post {Post} was read", id);
        context.SetCaller(Callers.Academy);
        return (await context.RequestServices.GetRequiredService<ProbeService.ProbeServiceClient>().AskAsync(new ProbeRequest())).Text;
    }

    private async Task AskAsync(string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = _host!.HttpAddress };
        http.DefaultRequestHeaders.Add("traceparent", $"00-{_own}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    // A provider that is disposed sends what it still holds.
    private async Task SendAllAsync()
    {
        await _host!.DisposeAsync();
        _host = null;
    }
}
