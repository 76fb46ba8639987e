using System.Buffers.Text;
using System.Text;
using Grpc.Core;

namespace Talent.ServiceDefaults.Tests;

public sealed class PagingTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 1)]
    [InlineData(1000, 1000)]
    [InlineData(1001, 1000)]
    public void Size_OfARequest_IsWithinThePages(int asked, int size) => Assert.Equal(size, Paging.Size(asked));

    [Fact]
    public void Size_Negative_IsRefused() => AssertRefuses("page_size", () => Paging.Size(-1));

    [Fact]
    public void Keys_OfAToken_AreThoseItWasMadeOf() =>
        Assert.Equal(["Chief \"nurse\", Ålund", "", "id\n"], Paging.Keys(Paging.Token("Chief \"nurse\", Ålund", "", "id\n"), 3)!);

    [Fact]
    public void Keys_NoToken_AreNone() => Assert.Null(Paging.Keys("", 1));

    [Theory]
    [InlineData("!")]
    [InlineData("a")]
    [InlineData("bm9uc2Vuc2U")]
    public void Keys_OfNonsense_IsRefused(string token) => AssertRefuses("page_token", () => Paging.Keys(token, 1));

    [Fact]
    public void Keys_OfAnotherList_IsRefused() => AssertRefuses("page_token", () => Paging.Keys(Paging.Token("a", "b"), 1));

    [Theory]
    [InlineData("[null]")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void Keys_ThatAreNoTexts_IsRefused(string json) =>
        AssertRefuses("page_token", () => Paging.Keys(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json)), 1));

    private static void AssertRefuses(string field, Func<object?> action)
    {
        var details = Assert.Throws<RpcException>(action).GetDetails();
        Assert.Equal((StatusCode.InvalidArgument, field), (details.Code, Assert.Single(details.Fields).Field));
    }
}
