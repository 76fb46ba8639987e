using Talent.Portal.Doubles;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Journeys;

public sealed class AppointmentTests(PortalHost portal)
{
    private const string Amend = $"/posts/{Invented.ChiefExecutivePost}/appointments/{Invented.AppointmentId}/amend";
    private static readonly DateOnly Start = new(2027, 4, 1);

    [Fact]
    public async Task Appoint_AChair_AsksForTheClockOfEachBoard()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"/posts/{Invented.Chair}/appoint");
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("person", "person-03"));
        page = await director.AnswerAsync(page, ("kind", $"{(int)AppointmentKind.Substantive}"));
        page = await director.AnswerAsync(page, Day("start", Start));
        page = await director.AnswerAsync(page, Day("last", null));
        page = await director.AnswerAsync(page, ("lead", "XN1"));
        page = await director.AnswerAsync(page, ("basis", $"{(int)EngagementBasis.OfficeHolder}"));
        page = await director.AnswerAsync(page, ("body", "council-of-governors"));
        page = await director.AnswerAsync(page, Day("approved", null));
        page = await director.AnswerAsync(page, ("clock-XN1", "first"));
        page = await director.AnswerAsync(page, ("clock-XN2", "earlier"));
        page = await director.AnswerAsync(page, Day("clock-XN2-on", new DateOnly(2021, 10, 1)));
        page = await director.AnswerAsync(page, ("clock-XN3", "not-known"));
        page = await director.AnswerAsync(page, ("reason", "vacancy"));

        await director.AnswerAsync(page);

        var sent = Assert.Single(portal.Recorded.Requests<CreateAppointmentRequest>(), request => request.RequestId == id);
        Assert.Equal(
            [Start.ToDate(), new DateOnly(2021, 10, 1).ToDate(), null], sent.Appointment.Terms.Select(term => term.FirstAppointedOn));
        Assert.Equal("vacancy", sent.ReasonCode);
    }

    [Fact]
    public async Task Amend_ThePlannedLastDay_ChangesThatAlone()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(Amend);
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("what", "planned-end"));
        page = await director.AnswerAsync(page, Day("last", new DateOnly(2029, 3, 31)));
        page = await director.AnswerAsync(page, ("reason", "extended"));

        await director.AnswerAsync(page);

        var sent = Sent(id);
        Assert.Equal((new DateOnly(2029, 4, 1).ToDate(), "extended"), (sent.Appointment.PlannedEnd, sent.ReasonCode));
        Assert.Equal(["planned_end"], sent.UpdateMask);
        Assert.Equal(
            (Invented.AppointmentId, Invented.ChiefExecutivePost, "3"), (sent.Appointment.Id, sent.Appointment.PostId, sent.PostEtag));
    }

    [Fact]
    public async Task Amend_TheClockOfABoard_SendsThatBoardAlone()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(Amend);
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("what", "clock"));
        page = await director.AnswerAsync(page, ("board", "XN1"));
        page = await director.AnswerAsync(page, ("clock-XN1", "earlier"));
        page = await director.AnswerAsync(page, Day("clock-XN1-on", new DateOnly(2020, 4, 1)));
        page = await director.AnswerAsync(page, ("reason", "found"));

        await director.AnswerAsync(page);

        var sent = Sent(id);
        var term = Assert.Single(sent.Appointment.Terms);
        Assert.Equal(("XN1", new DateOnly(2020, 4, 1).ToDate()), (term.OrganisationCode, term.FirstAppointedOn));
        Assert.Equal(["terms.first_appointed_on"], sent.UpdateMask);
    }

    [Fact]
    public async Task Amend_TheApprovalOfABoard_SendsBodyAndDay()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(Amend);
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("what", "approval"));
        page = await director.AnswerAsync(page, ("board", "XN1"));
        page = await director.AnswerAsync(page, ("body", "nhs-england"));
        page = await director.AnswerAsync(page, Day("approved", new DateOnly(2023, 2, 14)));
        page = await director.AnswerAsync(page, ("reason", "approved"));

        await director.AnswerAsync(page);

        var sent = Sent(id);
        var term = Assert.Single(sent.Appointment.Terms);
        Assert.Equal(("nhs-england", new DateOnly(2023, 2, 14).ToDate()), (term.AppointingBody, term.ApprovedOn));
        Assert.Equal(["terms.appointing_body", "terms.approved_on"], sent.UpdateMask);
    }

    private UpdateAppointmentRequest Sent(string id) =>
        Assert.Single(portal.Recorded.Requests<UpdateAppointmentRequest>(), request => request.RequestId == id);

    private static (string, string)[] Day(string key, DateOnly? day) =>
        [($"{key}[day]", $"{day?.Day}"), ($"{key}[month]", $"{day?.Month}"), ($"{key}[year]", $"{day?.Year}")];

    private static string JourneyOf(Received page) =>
        page.Page.QuerySelector("form[method=post] input[name=journey]")!.GetAttribute("value")!;
}
