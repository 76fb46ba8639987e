using System.Net;
using Talent.Portal.Doubles;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Journeys;

public sealed class JourneyTests(PortalHost portal)
{
    private const string Post = $"/posts/{Invented.ChiefExecutivePost}";
    private const string End = $"{Post}/appointments/{Invented.AppointmentId}/end";

    private static readonly (string, string)[] LastDay = [("last[day]", "31"), ("last[month]", "3"), ("last[year]", "2027")];

    [Fact]
    public async Task End_AnsweredToTheEnd_SendsOneCommandWithTheIdOfTheForm()
    {
        using var director = await portal.VisitAsAsync("director");
        var first = await director.GetAsync(End);
        var id = JourneyOf(first);
        var where = await director.AnswerAsync(first, LastDay);
        var why = await director.AnswerAsync(where, ("where", "everywhere"));
        var check = await director.AnswerAsync(why, ("reason", $"{(int)EndReason.Retired}"));
        Assert.Equal("Check your answers", check.Heading);

        var done = await director.AnswerAsync(check);

        var sent = Assert.Single(portal.Recorded.Requests<EndAppointmentRequest>(), request => request.RequestId == id);
        Assert.Equal(new DateOnly(2027, 4, 1).ToDate(), sent.End);
        Assert.Equal(EndReason.Retired, sent.Reason);
        Assert.Equal("", sent.OrganisationCode);
        Assert.Equal("3", sent.PostEtag);
        Assert.Contains("The end of the appointment to Group chief executive was recorded.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SentTwice_ChangesNothingASecondTime()
    {
        using var director = await portal.VisitAsAsync("director");
        var check = await EndToCheckAsync(director);
        var id = JourneyOf(check);
        await director.AnswerAsync(check);

        var again = await director.AnswerAsync(check);

        Assert.Single(portal.Recorded.Requests<EndAppointmentRequest>(), request => request.RequestId == id);
        Assert.Contains("Nothing was changed a second time.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SentTwiceAtOnce_SendsOneRequestIdAlone()
    {
        using var director = await portal.VisitAsAsync("director");
        var check = await EndToCheckAsync(director);
        var id = JourneyOf(check);
        var before = portal.Recorded.Requests<EndAppointmentRequest>().Count;

        await Task.WhenAll(director.SendAsync(check), director.SendAsync(check));

        // The service carries out one command for each request id: a second one would have another id, or other contents.
        var sent = portal.Recorded.Requests<EndAppointmentRequest>().Skip(before).Distinct();
        Assert.Equal(id, Assert.Single(sent).RequestId);
    }

    [Fact]
    public async Task End_OnlyOnTheBoardOfOne_SendsThatBoardAndItsReason()
    {
        using var director = await portal.VisitAsAsync("director");
        var first = await director.GetAsync(End);
        var id = JourneyOf(first);
        var where = await director.AnswerAsync(first, LastDay);
        var why = await director.AnswerAsync(where, ("where", "XN2"));
        var check = await director.AnswerAsync(why, ("reason", $"{(int)EndReason.TermEnded}"));
        Assert.Contains(
            "The post will have no substantive holder in: Ashwick & Vale NHS Foundation Trust.", check.Text, StringComparison.Ordinal);

        await director.AnswerAsync(check);

        var sent = Assert.Single(portal.Recorded.Requests<EndAppointmentRequest>(), request => request.RequestId == id);
        Assert.Equal(("XN2", EndReason.TermEnded), (sent.OrganisationCode, sent.Reason));
    }

    [Fact]
    public async Task End_OfSomebodyWhoLeftABoard_OffersTheOthersAlone()
    {
        using var director = await portal.VisitAsAsync("director");

        var where = await director.AnswerAsync(
            await director.GetAsync($"/posts/{Invented.PostId(4)}/appointments/appointment-04/end"), LastDay);

        Assert.Equal(
            ["everywhere", "XN1", "XN3"], where.Page.QuerySelectorAll("input[name=where]").Select(each => each.GetAttribute("value")));
    }

    [Fact]
    public async Task Question_WithAWrongAnswer_LinksTheErrorToItsFieldAndKeepsWhatWasTyped()
    {
        using var director = await portal.VisitAsAsync("director");
        var first = await director.GetAsync(End);

        var again = await director.SendAsync(first, ("last[day]", "31"), ("last[month]", "2"), ("last[year]", "2027"));

        Assert.Equal("#last-day", again.Page.QuerySelector(".nhsuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("2", again.Page.QuerySelector("#last-month")!.GetAttribute("value"));
        Assert.StartsWith("Error: ", again.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_WithADayBeforeTheStart_IsRefused()
    {
        using var director = await portal.VisitAsAsync("director");

        var again = await director.SendAsync(await director.GetAsync(End), ("last[day]", "1"), ("last[month]", "1"), ("last[year]", "2020"));

        Assert.Contains("Enter a last day that is not before the first day in post", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhatAServiceRefuses_IsSaidAndNothingIsLost()
    {
        using var director = await portal.VisitAsAsync("director");
        var check = await EndToCheckAsync(director);
        using var refusal = portal.Recorded.Refuse("EndAppointment", Errors.Aborted("Somebody else changed this post. Start again."));

        var answer = await director.SendAsync(check);

        Assert.Equal("Check your answers", answer.Heading);
        Assert.Contains("Somebody else changed this post. Start again.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("31 March 2027", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfSomebodyElse_CannotBeOpened()
    {
        using var director = await portal.VisitAsAsync("director");
        var check = await EndToCheckAsync(director);
        using var other = await portal.VisitInRoleAsync(Role.GroupHrDirector, Scope.Group(Invented.GroupId));

        var answer = await other.GetAsync($"{End}/check?journey={JourneyOf(check)}");

        Assert.Equal(End, answer.Location);
    }

    [Fact]
    public async Task Change_OfOneAnswer_LeadsBackToTheCheck()
    {
        using var director = await portal.VisitAsAsync("director");
        var check = await EndToCheckAsync(director);
        var change = check.Page.QuerySelector(".nhsuk-summary-list__actions a")!.GetAttribute("href")!;

        var again = await director.AnswerAsync(await director.GetAsync(change), ("last[day]", "1"), ("last[month]", "5"), ("last[year]", "2027"));

        Assert.Equal("Check your answers", again.Heading);
        Assert.Contains("1 May 2027", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appoint_AnsweredToTheEnd_SendsEveryOrganisationServed()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"{Post}/appoint");
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("person", "person-03"));
        page = await director.AnswerAsync(page, ("kind", $"{(int)AppointmentKind.Interim}"));
        page = await director.AnswerAsync(page, ("start[day]", "1"), ("start[month]", "4"), ("start[year]", "2027"));
        page = await director.AnswerAsync(page, ("last[day]", ""), ("last[month]", ""), ("last[year]", ""));
        page = await director.AnswerAsync(page, ("lead", "XN2"));
        page = await director.AnswerAsync(page, ("basis", $"{(int)EngagementBasis.Employed}"));
        page = await director.AnswerAsync(page, ("body", "nhs-england"));
        page = await director.AnswerAsync(page, ("approved[day]", ""), ("approved[month]", ""), ("approved[year]", ""));
        page = await director.AnswerAsync(page, ("reason", "cover"));
        Assert.Contains("Bronwen Ellery", page.Text, StringComparison.Ordinal);

        await director.AnswerAsync(page);

        var sent = Assert.Single(portal.Recorded.Requests<CreateAppointmentRequest>(), request => request.RequestId == id).Appointment;
        Assert.Equal(("person-03", AppointmentKind.Interim), (sent.PersonId, sent.Kind));
        Assert.Null(sent.PlannedEnd);
        Assert.Equal(["XN1", "XN2", "XN3"], sent.Terms.Select(term => term.OrganisationCode));
        Assert.Equal("XN2", Assert.Single(sent.Terms, term => term.Lead).OrganisationCode);
        Assert.All(sent.Terms, term => Assert.Null(term.FirstAppointedOn));
        Assert.Equal("cover", portal.Recorded.Requests<CreateAppointmentRequest>().First(request => request.RequestId == id).ReasonCode);
    }

    [Fact]
    public async Task Appoint_FindByName_OffersThoseAlone()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"{Post}/appoint");

        var found = await director.SearchAsync(page, ("find", "fen"));

        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Equal(["Amos Fenwick"], Offered(found));
        Assert.Equal(JourneyOf(page), JourneyOf(found));
        Assert.Equal("Error: Who is being appointed? - Talent", (await director.SendAsync(found)).Page.Title);
        var kind = await director.AnswerAsync(found, ("person", "person-02"));
        Assert.Equal("How will the person hold the post?", kind.Heading);
    }

    [Fact]
    public async Task Appoint_NameInTheAddress_IsNotLookedFor()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Post}/appoint?find=fen");

        Assert.Equal(Invented.People.Count, Offered(page).Count);
    }

    [Fact]
    public async Task Appoint_NobodyFound_KeepsTheHeadingAndWhereAnErrorLeads()
    {
        using var director = await portal.VisitAsAsync("director");

        var found = await director.SearchAsync(await director.GetAsync($"{Post}/appoint"), ("find", "nobody is called so"));
        var sent = await director.SendAsync(found);

        Assert.Equal("Who is being appointed?", found.Heading);
        Assert.Contains("Nobody of this group has a name like that.", found.Text, StringComparison.Ordinal);
        Assert.Equal("Who is being appointed?", sent.Heading);
        Assert.NotNull(sent.Page.QuerySelector(sent.Page.QuerySelector(".nhsuk-error-summary a")!.GetAttribute("href")!));
        Assert.NotNull(sent.Page.QuerySelector("#person-error"));
    }

    [Theory]
    [InlineData("somebody-the-directory-does-not-know")]
    [InlineData(Invented.PersonOfAnotherGroup)]
    public async Task Appoint_SomebodyOutsideTheGroup_IsRefused(string person)
    {
        using var director = await portal.VisitAsAsync("director");

        var again = await director.SendAsync(await director.GetAsync($"{Post}/appoint"), ("person", person));

        var summary = again.Page.QuerySelector(".nhsuk-error-summary")!.TextContent;
        Assert.Contains("Select a person of this group", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryForm_ThatTakesText_IsSentWithoutItStandingInTheAddress()
    {
        using var director = await portal.VisitAsAsync("director");
        using var leader = await portal.VisitAsAsync("leader");
        using var administrator = await portal.VisitAsAsync("administrator");
        foreach (var visitor in (Visitor[])[director, leader, administrator])
        {
            foreach (var (path, _) in Access.PageCatalogue.All
                         // Streams are no pages, and organisations are looked for by name, which is no person's.
                         .Where(page => !page.Path.EndsWith("/events", StringComparison.Ordinal) && page.Path != "/organisations"))
            {
                var page = await visitor.OpenAsync(path);

                Assert.DoesNotContain(
                    page.Page.QuerySelectorAll("form:not([method=post])"),
                    form => form.QuerySelector("input:not([type=hidden]), textarea") is not null);
            }
        }
    }

    [Fact]
    public async Task Command_OfAForm_CarriesTheTokenOfThePersonWhoSendsIt()
    {
        using var director = await portal.VisitAsAsync("director");
        var check = await EndToCheckAsync(director);
        await director.AnswerAsync(check);

        var token = portal.Recorded.Calls.Last(call => call.Request is EndAppointmentRequest).Token;

        Assert.Equal("portal", token.Issuer);
        Assert.Equal(Demonstration.DemonstrationIdentities.DirectorAccountId, token.Subject);
        Assert.True(token.ValidTo - token.ValidFrom <= TimeSpan.FromMinutes(5));
    }

    private static async Task<Received> EndToCheckAsync(Visitor director)
    {
        var where = await director.AnswerAsync(await director.GetAsync(End), LastDay);
        var why = await director.AnswerAsync(where, ("where", "everywhere"));
        var check = await director.AnswerAsync(why, ("reason", $"{(int)EndReason.Resigned}"));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        return check;
    }

    private static IReadOnlyList<string> Offered(Received page) =>
        [.. page.Page.QuerySelectorAll(".nhsuk-radios__label").Select(each => each.TextContent.Trim())];

    private static string JourneyOf(Received page) => page.Page.QuerySelector("form[method=post] input[name=journey]")!.GetAttribute("value")!;
}
