using Talent.Development.V1;
using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Pages;

/// <summary>What people hold of what posts need, and what it means for who counts.</summary>
public sealed class CredentialPageTests(PortalHost portal)
{
    private const string Person = $"/people/{Invented.Holder}";

    [Fact]
    public async Task Get_APerson_ShowsWhatIsRecordedAndWhatIsNot()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Person);

        Assert.Contains("held, checked by the employer, recorded on 2 March 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("not recorded", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("director", true)]
    [InlineData("leader", false)]
    public async Task Get_APerson_OffersToRecordToWhoMay(string account, bool offered)
    {
        using var visitor = await portal.VisitAsAsync(account);

        var page = await visitor.GetAsync(Person);

        Assert.Equal(offered, page.Text.Contains("Record a registration or qualification", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Record_ByTheDirector_SendsItOnceWithTheIdOfTheForm()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"{Person}/credential");
        var id = page.Page.QuerySelector("form[method=post] input[name=journey]")!.GetAttribute("value");
        page = await director.AnswerAsync(page, ("code", "registered-nurse-or-midwife"));
        page = await director.AnswerAsync(page, ("held", "not-held"));
        page = await director.AnswerAsync(page, ("source", $"{(int)CredentialSource.OwnStatement}"));

        var done = await director.AnswerAsync(page);

        var sent = Assert.Single(portal.Recorded.Requests<RecordCredentialRequest>(), request => request.RequestId == id).Credential;
        Assert.Equal(
            (Invented.Holder, "registered-nurse-or-midwife", false, CredentialSource.OwnStatement),
            (sent.PersonId, sent.Code, sent.Held, sent.Source));
        Assert.Contains("The registration or qualification was recorded.", done.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/posts/{Invented.ChiefExecutivePost}")]
    [InlineData($"/posts/{Invented.ChiefExecutivePost}/tonight")]
    public async Task Get_ASlateWithARequirement_SaysWhyWhoIsNotCounted(string path)
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(path);

        Assert.Contains("Not counted: the post needs qualification as an accountant", page.Text, StringComparison.Ordinal);
        Assert.Contains("principle 5 (professionally qualified)), which is recorded as not held.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not certain cover: whether this person holds qualification as an accountant", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APostThatNeedsARegistration_ShowsTheRuleWithItsSource()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync("/posts/post-04");

        Assert.Contains("Registration as a nurse or midwife (Nursing and Midwifery Council)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Source: National Health Service Act 2006, Schedule 7, paragraph 16", page.Text, StringComparison.Ordinal);
    }
}
