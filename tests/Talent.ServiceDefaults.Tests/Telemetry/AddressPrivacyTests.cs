using System.Diagnostics;

namespace Talent.ServiceDefaults.Tests;

public sealed class AddressPrivacyTests
{
    [Theory]
    [InlineData("http://localhost:5080/people?name=Ada", "http://localhost:5080/people")]
    [InlineData("http://localhost:5080/people", "http://localhost:5080/people")]
    public void OnEnd_FullAddress_LosesItsQuery(string address, string kept)
    {
        using var span = new Activity("request").SetTag("url.full", address);
        using var privacy = new AddressPrivacy();

        privacy.OnEnd(span);

        Assert.Equal(kept, span.GetTagItem("url.full"));
    }

    [Fact]
    public void OnEnd_Query_IsTakenOut()
    {
        using var span = new Activity("request").SetTag("url.query", "?name=Ada");
        using var privacy = new AddressPrivacy();

        privacy.OnEnd(span);

        Assert.Null(span.GetTagItem("url.query"));
    }
}
