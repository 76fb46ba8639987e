using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;

namespace Talent.Grpc.Tests.Servers;

/// <summary>Requests as bytes over plain HTTP/2, to send what no gRPC client would.</summary>
public static class RawRequest
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>A message with its prefix.</summary>
    public static byte[] Frame(IMessage message) => Frame(message.ToByteArray());

    public static byte[] Frame(byte[] payload, byte flag = 0) => [flag, .. Length(payload.Length), .. payload];

    public static byte[] Length(long length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)length);
        return bytes;
    }

    public static Task<RawAnswer> Send(EchoServer to, string method, byte[] body, params (string Name, string Value)[] headers) =>
        Send(new Uri($"{to.Address}/talent.grpc.tests.Echo/{method}"), body, "application/grpc", headers);

    /// <summary>Sends one request and reads the whole answer; fails when that takes more than 20 seconds.</summary>
    public static async Task<RawAnswer> Send(
        Uri to, byte[] body, string contentType, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, to);
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.TryAddWithoutValidation("te", "trailers");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Limit);
        var read = await response.Content.ReadAsByteArrayAsync().WaitAsync(Limit);
        return new(response.StatusCode, read, Status(response.Headers) ?? Status(response.TrailingHeaders), response.Headers);
    }

    static StatusCode? Status(HttpResponseHeaders headers) => headers.TryGetValues("grpc-status", out var values)
        ? (StatusCode)int.Parse(values.Single(), CultureInfo.InvariantCulture)
        : null;
}

/// <summary>An answer as it came: its body is everything before the trailers.</summary>
public sealed record RawAnswer(HttpStatusCode HttpStatus, byte[] Body, StatusCode? Status, HttpResponseHeaders Headers);
