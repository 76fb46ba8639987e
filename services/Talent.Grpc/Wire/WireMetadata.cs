using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Metadata as HTTP headers: bytes travel in base64.</summary>
static class WireMetadata
{
    const string StatusDetails = "grpc-status-details-bin";

    public static string Value(Metadata.Entry entry) =>
        entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : entry.Value;

    /// <summary>Adds what a peer sent under one name; names of the protocol, and names no key can have, are left out.</summary>
    /// <exception cref="RpcException">Bytes that are not base64: INTERNAL.</exception>
    public static void AddReceived(Metadata to, string name, string value)
    {
        var key = name.ToLowerInvariant();
        if (!Metadata.Entry.IsKey(key) || IsOfProtocol(key))
            return;
        if (key.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.Ordinal))
            AddBytes(to, key, value);
        else
            to.Add(key, value);
    }

    static bool IsOfProtocol(string key) =>
        key is "content-type" or "te" or "host" or "accept-encoding" ||
        (key.StartsWith("grpc-", StringComparison.Ordinal) && !string.Equals(key, StatusDetails, StringComparison.Ordinal));

    /// <summary>One header may hold several values, joined by commas, with padding or without.</summary>
    static void AddBytes(Metadata to, string key, string value)
    {
        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            var padded = part.PadRight((part.Length + 3) / 4 * 4, '=');
            var bytes = new byte[padded.Length / 4 * 3];
            if (!Convert.TryFromBase64String(padded, bytes, out var count))
                throw new RpcException(new Status(StatusCode.Internal, $"Metadata '{key}' is not valid base64."));
            to.Add(key, bytes[..count]);
        }
    }
}
