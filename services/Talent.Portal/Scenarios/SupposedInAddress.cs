using System.Buffers.Text;
using Google.Protobuf;

namespace Talent.Portal.Scenarios;

/// <summary>What is supposed, as it stands in the address of a page: nothing is kept anywhere.</summary>
public static class SupposedInAddress
{
    /// <summary>Name of what is supposed in an address.</summary>
    public const string Field = "supposed";

    /// <summary>Reads what stands in an address; null when the address was cut or altered.</summary>
    /// <param name="parser">Reads one of them.</param>
    /// <param name="supposed">Each as it stands in the address.</param>
    public static IReadOnlyList<T>? Parse<T>(MessageParser<T> parser, IReadOnlyList<string> supposed) where T : IMessage<T>
    {
        ArgumentNullException.ThrowIfNull(parser);
        ArgumentNullException.ThrowIfNull(supposed);
        try
        {
            return [.. supposed.Select(each => parser.ParseFrom(Base64Url.DecodeFromChars(each)))];
        }
        catch (Exception altered) when (altered is FormatException or InvalidProtocolBufferException)
        {
            return null;
        }
    }

    /// <summary>One of them as it stands in an address.</summary>
    public static string Write(IMessage supposed) => Base64Url.EncodeToString(supposed.ToByteArray());

    /// <summary>An address with all of them.</summary>
    /// <param name="page">The address without them.</param>
    /// <param name="supposed">All of them.</param>
    /// <param name="more">Further parts of the query, for example <c>run=true</c>.</param>
    public static string Address(string page, IEnumerable<IMessage> supposed, params string[] more)
    {
        var query = string.Join('&', supposed.Select(each => $"{Field}={Write(each)}").Concat(more));
        return $"{page}{(query.Length > 0 ? "?" : "")}{query}";
    }
}
