using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Talent.Benchmarks.Calls;

/// <summary>
/// The same exchange without gRPC, as anybody would write it: an endpoint that reads the whole body, echoes it and sends a trailer, and an
/// HttpClient that reads both. No message is parsed and nothing is named but the path.
/// </summary>
sealed class Floor(HttpClient client, Uri address, byte[] payload)
{
    const string Trailer = "x-status";

    public static async Task Serve(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        var read = await reader.ReadAsync();
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync();
        }

        foreach (var segment in read.Buffer)
            http.Response.BodyWriter.Write(segment.Span);
        reader.AdvanceTo(read.Buffer.End);
        http.Response.AppendTrailer(Trailer, "0");
    }

    public async Task Call()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(payload),
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (body.Length != payload.Length || !response.TrailingHeaders.Contains(Trailer))
            throw new InvalidOperationException("The floor did not echo.");
    }
}
