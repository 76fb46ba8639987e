using System.Net;
using Talent.Portal.Doubles;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Pages;

public sealed class ScenarioRefusalTests : IAsyncLifetime
{
    private static readonly string _compared = $"/groups/{Invented.GroupId}/scenario?{InventedScenario.Query}&compare=at-once";

    // Its doubles are told to refuse by no other test.
    private readonly PortalHost _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Get_AScenarioAboutTheReader_SaysWhyItIsWithheld()
    {
        using var director = await _portal.VisitAsAsync("director");
        using var refusal = _portal.Recorded.Refuse(
            "CompareScenario", Errors.PermissionDenied("Nobody sees this of themselves.", "OWN_POST"));

        var page = await director.GetAsync(_compared);

        Assert.Contains(
            "Nobody sees this of themselves.", page.Page.QuerySelector(".nhsuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AScenarioOfAnotherGroup_IsRefused()
    {
        using var director = await _portal.VisitAsAsync("director");
        using var refusal = _portal.Recorded.Refuse("CompareScenario", Errors.PermissionDenied("This group is not yours."));

        var page = await director.GetAsync(_compared);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Theory]
    [InlineData("at-once", 0, 15)]
    [InlineData("full", 45, 61)]
    public async Task Get_AComparison_IsGivenTheTimeThatItsTrialsTake(string tier, int least, int most)
    {
        using var director = await _portal.VisitAsAsync("director");
        var before = TimeProvider.System.GetUtcNow();

        await director.GetAsync(_compared.Replace("at-once", tier, StringComparison.Ordinal));

        var call = Assert.Single(_portal.Recorded.Calls, call => call.Request is CompareScenarioRequest);
        Assert.InRange((call.Deadline - before.UtcDateTime).TotalSeconds, least, most);
    }

    [Fact]
    public async Task Get_WhileTheServiceIsAway_SaysThatItCannotBeReached()
    {
        using var director = await _portal.VisitAsAsync("director");
        using var refusal = _portal.Recorded.Refuse("CompareScenario", Errors.Unavailable("AWAY", "The service is away."));

        var page = await director.GetAsync(_compared);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
    }
}
