using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Talent.Portal.Assets;

/// <summary>A file for the browser.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Compressed">Its bytes after gzip.</param>
public sealed record Asset(string ContentType, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Compressed);

/// <summary>
/// Styles, scripts and images of the portal, embedded in its assembly and served under names that contain a hash of their content: a
/// browser keeps them for ever and still gets every new version.
/// </summary>
public sealed class EmbeddedAssets
{
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, string> _addresses;
    private readonly FrozenDictionary<string, Asset> _byHashedName;

    /// <summary>Reads the assets once.</summary>
    public EmbeddedAssets()
    {
        var assembly = typeof(EmbeddedAssets).Assembly;
        var addresses = new Dictionary<string, string>();
        var assets = new Dictionary<string, Asset>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var name = resource[Prefix.Length..];
            var hashed = HashedName(name, bytes.ToArray());
            addresses[name] = $"/assets/{hashed}";
            assets[hashed] = new Asset(ContentType(name), bytes.ToArray(), Compress(bytes.ToArray()));
        }
        _addresses = addresses.ToFrozenDictionary();
        _byHashedName = assets.ToFrozenDictionary();
    }

    /// <summary>Where a file is served.</summary>
    /// <param name="name">Its plain name, for example <c>portal.css</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string AddressOf(string name) => _addresses[name];

    /// <summary>Serves a file by its name with hash; any other name is not found.</summary>
    public Results<FileContentHttpResult, NotFound> Serve(string hashedName, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_byHashedName.TryGetValue(hashedName, out var asset))
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        var compressed = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (compressed)
            context.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(compressed ? asset.Compressed : asset.Content, asset.ContentType);
    }

    private static string HashedName(string name, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        return $"{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
    }

    private static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return target.ToArray();
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No media type is known for assets with the ending '{other}'."),
    };
}
