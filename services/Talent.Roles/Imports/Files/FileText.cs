using System.Text;

namespace Talent.Roles.Imports.Files;

/// <summary>The text of a file, or why it has none.</summary>
/// <param name="Text">The text without byte order mark. Empty where there is an error.</param>
/// <param name="Error">Why the file cannot be read. Null: it can.</param>
public sealed record FileText(string Text, ImportRemark? Error)
{
    /// <summary>The largest file taken, in bytes: 3 MiB.</summary>
    public const int LargestFile = 3 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads UTF-8 with or without a byte order mark; everything else is refused with the line where it was seen.</summary>
    public static FileText Decode(ReadOnlySpan<byte> content)
    {
        if (content.Length > LargestFile)
            return Refused(0, $"The file has {content.Length} bytes; the most is {LargestFile}: split it or remove what is not needed.");
        if (content.StartsWith<byte>([0xFF, 0xFE]) || content.StartsWith<byte>([0xFE, 0xFF]))
            return Refused(1, "The file is UTF-16 or UTF-32: save it as CSV UTF-8.");
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        if (content.Trim(" \t\r\n"u8).IsEmpty)
            return Refused(0, "The file is empty: choose the file that holds the rows.");
        if (content.IndexOf((byte)0) is >= 0 and var zero)
            return Refused(LineAt(content, zero), "The line holds a zero byte: the file is not text. Save it as CSV UTF-8.");
        try
        {
            return new(Strict.GetString(content), null);
        }
        catch (DecoderFallbackException wrong)
        {
            var line = LineAt(content, Math.Clamp(wrong.Index, 0, content.Length));
            return Refused(line, "The line holds bytes that are not UTF-8: save the file as CSV UTF-8.");
        }
    }

    private static FileText Refused(int line, string reason) => new("", ImportRemark.Error(line, "", reason));

    // A carriage return, a line feed and both together each end one line.
    private static int LineAt(ReadOnlySpan<byte> content, int index) =>
        1 + content[..index].Count((byte)'\n') + content[..index].Count((byte)'\r') - content[..index].Count("\r\n"u8);
}
