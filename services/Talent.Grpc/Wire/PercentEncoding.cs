using System.Buffers;
using System.Globalization;
using System.Text;

namespace Grpc.Wire;

/// <summary>The text form of status messages: UTF-8, with everything but printable ASCII escaped.</summary>
static class PercentEncoding
{
    static readonly SearchValues<char> Unescaped =
        SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(code => (char)code).Where(code => code != '%')]);

    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Unescaped))
            return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var code in Encoding.UTF8.GetBytes(text))
        {
            if (code is >= 0x20 and <= 0x7E and not (byte)'%')
                encoded.Append((char)code);
            else
                encoded.Append('%').Append(code.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    /// <summary>Never fails: what is not a valid escape stays as it is.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && TryEscape(text, i, out var escaped))
            {
                bytes[count++] = escaped;
                i += 2;
            }
            else
            {
                count += Encoding.UTF8.GetBytes(text.AsSpan(i, 1), bytes.AsSpan(count));
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    static bool TryEscape(string text, int at, out byte escaped)
    {
        escaped = 0;
        return at + 2 < text.Length && byte.TryParse(
            text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out escaped);
    }
}
