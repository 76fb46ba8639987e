using Grpc.Wire;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>The text form of timeouts.</summary>
public sealed class TimeoutsTests
{
    [Theory]
    [InlineData(0, "1n")]
    [InlineData(1, "1u")]
    [InlineData(10, "1u")]
    [InlineData(999_999_990, "99999999u")]
    [InlineData(1_000_000_000, "100000m")]
    [InlineData(1_000_000_001, "100001m")]
    [InlineData(long.MaxValue, "99999999H")]
    public void Encode_ATimeout_UsesTheSmallestUnitThatFits(long ticks, string expected) =>
        Assert.Equal(expected, Timeouts.Encode(TimeSpan.FromTicks(ticks)));

    [Theory]
    [InlineData("1n", 0)]
    [InlineData("100n", 1)]
    [InlineData("7u", 70)]
    [InlineData("7m", 70_000)]
    [InlineData("7S", 70_000_000)]
    [InlineData("7M", 4_200_000_000)]
    [InlineData("7H", 252_000_000_000)]
    [InlineData("99999999H", 3_599_999_964_000_000_000)]
    public void Decode_EachUnit_IsItsTime(string text, long ticks) => Assert.Equal(TimeSpan.FromTicks(ticks), Timeouts.Decode(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("-1S")]
    [InlineData("1s")]
    [InlineData(" 1S")]
    [InlineData("123456789S")]
    public void Decode_WhatIsNoTimeout_IsNull(string? text) => Assert.Null(Timeouts.Decode(text));
}
