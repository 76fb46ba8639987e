using Grpc.Core;

namespace Talent.ServiceDefaults.Tests;

public sealed class RequestsTests
{
    private static readonly string[] Changeable = ["title", "days"];

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    public void CheckEtag_NoneOrOfThisVersion_Passes(string etag) => Requests.CheckEtag(etag, 7);

    [Fact]
    public void CheckEtag_OfAnEarlierVersion_IsAborted()
    {
        var details = Assert.Throws<RpcException>(() => Requests.CheckEtag(Requests.Etag(6), 7)).GetDetails();

        Assert.Equal((StatusCode.Aborted, Reason.Conflict), (details.Code, details.Reason));
    }

    [Fact]
    public void Mask_FieldNamedTwice_HoldsItOnce() => Assert.Equal(["title"], Requests.Mask(["title", "title"], Changeable));

    [Fact]
    public void Mask_Empty_IsRefused() => AssertRefuses("update_mask", () => Requests.Mask([], Changeable));

    [Fact]
    public void Mask_FieldThatCannotBeChanged_SaysWhichCan()
    {
        var sentence = AssertRefuses("update_mask", () => Requests.Mask(["title", "id"], Changeable));

        Assert.Equal("The field \"id\" cannot be changed here; these can: title, days.", sentence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Requests.LargestBatch)]
    public void CheckBatch_OneToTheLargest_Passes(int count) => Requests.CheckBatch("posts", count);

    [Theory]
    [InlineData(0)]
    [InlineData(Requests.LargestBatch + 1)]
    public void CheckBatch_NoneOrTooMany_IsRefused(int count) => AssertRefuses("posts", () => Requests.CheckBatch("posts", count));

    private static string AssertRefuses(string field, Action action)
    {
        var details = Assert.Throws<RpcException>(action).GetDetails();
        Assert.Equal((StatusCode.InvalidArgument, field), (details.Code, Assert.Single(details.Fields).Field));
        return details.Sentence;
    }
}
