using System.Net;
using Google.Protobuf;
using Talent.Integration.Tests.Telemetry.Messages;

namespace Talent.Integration.Tests.Telemetry;

public sealed class CollectorTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private Collector _collector = null!;

    public async ValueTask InitializeAsync() => _collector = await Collector.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task Log_WithAName_IsFound()
    {
        var name = InventedData.Everybody.First().DisplayName;
        await SendAsync($"read the record of {name}");
        Assert.Contains(_collector.NamesFound, found => found.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_WithoutName_IsKept()
    {
        await SendAsync("read a record");
        Assert.Equal(["read a record"], _collector.LogLines);
        Assert.Empty(_collector.NamesFound);
    }

    private async Task SendAsync(string line)
    {
        var scope = new ScopeLogs { LogRecords = { new LogRecord { Body = new AnyValue { StringValue = line } } } };
        using var body = new ByteArrayContent(new Logs { ResourceLogs = { new ResourceLogs { ScopeLogs = { scope } } } }.ToByteArray());
        using var answer = await _http.PostAsync(new Uri(_collector.Address, "/v1/logs"), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
