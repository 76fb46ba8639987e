using System.Globalization;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>Status and metadata as HTTP headers or trailers.</summary>
static class StatusHeaders
{
    static readonly string[] Codes =
        [.. Enumerable.Range(0, 17).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    public static void Set(IHeaderDictionary to, Status status)
    {
        var code = (int)status.StatusCode;
        to.GrpcStatus = code is >= 0 and < 17 ? Codes[code] : code.ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(status.Detail))
            to.GrpcMessage = PercentEncoding.Encode(status.Detail);
    }

    public static void Append(IHeaderDictionary to, Metadata metadata)
    {
        foreach (var entry in metadata)
            Append(to, entry);
    }

    public static void Append(IHeaderDictionary to, Metadata.Entry entry) =>
        to.Append(entry.Key, WireMetadata.Value(entry));
}
