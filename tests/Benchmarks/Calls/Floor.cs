using System.Net;
using Microsoft.AspNetCore.Http;

namespace Talent.Benchmarks.Calls;

/// <summary>The same exchange without gRPC: the server reads the whole body, echoes it and sends a trailer; the client reads both.</summary>
sealed class Floor(HttpMessageInvoker client, Uri address, byte[] payload)
{
    const string Trailer = "x-status";

    public static async Task Serve(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                foreach (var segment in read.Buffer)
                    await http.Response.BodyWriter.WriteAsync(segment);
                reader.AdvanceTo(read.Buffer.End);
                break;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

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
        using var response = await client.SendAsync(request, CancellationToken.None);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (body.Length != payload.Length || !response.TrailingHeaders.Contains(Trailer))
            throw new InvalidOperationException("The floor did not echo.");
    }
}
