using System.Buffers.Text;
using System.Text.Json;
using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>Pages of lists. A token holds the sort key of the last row, so rows that come or go meanwhile move nobody else.</summary>
public static class Paging
{
    /// <summary>The size of a page where the request names none.</summary>
    public const int DefaultSize = 100;

    /// <summary>The largest page; a request for more gets this many.</summary>
    public const int LargestSize = 1000;

    /// <summary>The size to use.</summary>
    /// <param name="asked">The request's <c>page_size</c>; zero: <see cref="DefaultSize"/>.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is negative.</exception>
    public static int Size(int asked) => asked switch
    {
        < 0 => throw Errors.Invalid("page_size", "The page size must not be negative."),
        0 => DefaultSize,
        _ => Math.Min(asked, LargestSize),
    };

    /// <summary>The token of the page after a row with these sort keys.</summary>
    public static string Token(params string[] keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    /// <summary>The sort keys in a token; null where it is empty: the first page.</summary>
    /// <param name="token">The request's <c>page_token</c>.</param>
    /// <param name="count">How many sort keys the list has.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is none of ours.</exception>
    public static string[]? Keys(string token, int count)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length == 0)
            return null;
        try
        {
            var keys = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(token));
            if (keys?.Length == count && keys.All(key => key is not null))
                return keys;
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            throw Wrong();
        }
        throw Wrong();
    }

    /// <summary>INVALID_ARGUMENT: the token is none of ours.</summary>
    public static RpcException Wrong() => Errors.Invalid("page_token", "Use the page token of the last answer as it is, or none.");
}
