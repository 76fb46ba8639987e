using Grpc.Wire;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>The text form of status messages.</summary>
public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("plain text ~", "plain text ~")]
    [InlineData("100%", "100%25")]
    [InlineData("a\nb", "a%0Ab")]
    [InlineData("é", "%C3%A9")]
    public void Encode_Text_EscapesAllButPrintableAscii(string text, string expected) =>
        Assert.Equal(expected, PercentEncoding.Encode(text));

    [Theory]
    [InlineData("%C3%a9", "é")]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz", "%zz")]
    [InlineData("50%25", "50%")]
    public void Decode_Text_LeavesWhatIsNoEscape(string text, string expected) =>
        Assert.Equal(expected, PercentEncoding.Decode(text));
}
