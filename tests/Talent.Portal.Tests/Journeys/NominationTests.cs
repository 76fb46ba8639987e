using System.Net;
using Talent.Portal.Doubles;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Journeys;

public sealed class NominationTests(PortalHost portal)
{
    private const string Post = $"/posts/{Invented.ChiefExecutivePost}";
    private const string Nominate = $"{Post}/nominate";
    private static readonly string Told = $"{(int)Telling.Told}";
    private static readonly string NotYetTold = $"{(int)Telling.NotYetTold}";
    private static readonly string Confidential = $"{(int)Telling.Confidential}";

    [Fact]
    public async Task Nominate_SomebodyWhoseReadinessIsNotKnown_SendsItAsUnknown()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(Nominate);
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("where", "inside"));
        page = await director.AnswerAsync(page, ("person", "person-04"));
        page = await director.AnswerAsync(page, ("ready", "unknown"));
        page = await director.AnswerAsync(page, ("rank", ""));
        page = await director.AnswerAsync(page, ("telling", NotYetTold));
        page = await director.AnswerAsync(page, ("reason", "panel"));
        Assert.Contains("Nobody is endorsed before they are told.", page.Text, StringComparison.Ordinal);

        await director.AnswerAsync(page);

        var sent = Created(id);
        Assert.Equal(("person-04", 0, Telling.NotYetTold), (sent.Nomination.PersonId, sent.Nomination.Rank, sent.Nomination.Telling));
        Assert.Null(sent.Nomination.Readiness);
        Assert.Equal("panel", sent.ReasonCode);
    }

    [Fact]
    public async Task Nominate_SomebodyFromOutside_SendsNameOrganisationSourceAndPlace()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(Nominate);
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("where", "outside"));
        page = await director.AnswerAsync(page, ("name", "Invented Outsider"));
        page = await director.AnswerAsync(page, ("organisation", "Elsewhere"));
        page = await director.AnswerAsync(page, ("source", "The chair, in May"));
        page = await director.AnswerAsync(page, ("ready", "unknown"));
        page = await director.AnswerAsync(page, ("rank", "2"));
        page = await director.AnswerAsync(page, ("telling", NotYetTold));
        page = await director.AnswerAsync(page, ("reason", "conversation"));

        await director.AnswerAsync(page);

        var sent = Created(id).Nomination;
        Assert.Equal(
            ("Invented Outsider", "Elsewhere", "The chair, in May"),
            (sent.External.DisplayName, sent.External.Organisation, sent.External.Source));
        Assert.Equal((2, ""), (sent.Rank, sent.PersonId));
    }

    [Fact]
    public async Task Nominate_SomebodyWhoseReadinessIsKnown_SendsBothDays()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(Nominate);
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("where", "inside"));
        page = await director.AnswerAsync(page, ("person", "person-04"));
        page = await director.AnswerAsync(page, ("ready", "known"));
        page = await director.AnswerAsync(page, Day("earliest", new DateOnly(2027, 4, 1)));
        page = await director.AnswerAsync(page, Day("latest", new DateOnly(2028, 3, 31)));
        page = await director.AnswerAsync(page, ("rank", "1"));
        page = await director.AnswerAsync(page, ("telling", Told));
        page = await director.AnswerAsync(page, ("reason", "asked"));

        await director.AnswerAsync(page);

        var sent = Created(id).Nomination;
        Assert.Equal(
            (new DateOnly(2027, 4, 1).ToDate(), new DateOnly(2028, 3, 31).ToDate()), (sent.Readiness.Earliest, sent.Readiness.Latest));
        Assert.Equal(Telling.Told, sent.Telling);
    }

    [Fact]
    public async Task Nominate_Confidentially_NamesSomebodyElseAsWhoApproved()
    {
        using var other = await portal.VisitInRoleAsync(Role.GroupHrDirector, Scope.Group(Invented.GroupId));
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(Nominate);
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("where", "inside"));
        page = await director.AnswerAsync(page, ("person", "person-04"));
        page = await director.AnswerAsync(page, ("ready", "unknown"));
        page = await director.AnswerAsync(page, ("rank", ""));
        page = await director.AnswerAsync(page, ("telling", Confidential));
        page = await director.AnswerAsync(page, ("confidential-reason", "reorganisation"));
        var until = LondonCalendar.Today(TimeProvider.System).AddMonths(3);
        page = await director.AnswerAsync(page, Day("until", until));
        var offered = page.Page.QuerySelectorAll("input[name=approver]").Select(each => each.GetAttribute("value")!).ToList();
        Assert.NotEmpty(offered);
        Assert.DoesNotContain(Demonstration.DemonstrationIdentities.DirectorAccountId, offered);
        page = await director.AnswerAsync(page, ("approver", offered[0]));
        page = await director.AnswerAsync(page, ("reason", "panel"));

        await director.AnswerAsync(page);

        var sent = Created(id).Nomination.Confidentiality;
        Assert.Equal(("reorganisation", offered[0], until.ToDate()), (sent.ReasonCode, sent.ApproverId, sent.ExpiresOn));
    }

    [Fact]
    public async Task Nominate_ConfidentialForLongerThanSixMonths_IsRefused()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.AnswerAsync(
            await director.GetAsync($"{Post}/nominations/nomination-3/telling"), ("telling", Confidential));
        page = await director.AnswerAsync(page, ("confidential-reason", "external-approach"));

        var again = await director.SendAsync(page, Day("until", LondonCalendar.Today(TimeProvider.System).AddMonths(7)));

        Assert.Contains("Enter a day within six months", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithNominations_ShowsPlaceTellingEndorsementAndWhereSomebodyComesFrom()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Post);

        var rows = page.Page.QuerySelectorAll("[aria-label=Nominations] tbody tr")
            .Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.StartsWith(
            "Amos Fenwick not ranked Confidential until 31 January 2027: A reorganisation is not public yet not endorsed 1 November 2026",
            rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Bronwen Ellery 1 Told endorsed 1 May 2026", rows[1], StringComparison.Ordinal);
        Assert.StartsWith(
            "Invented Outsider; organisation: not known; named by: The chair, in May 3 Not yet told: removed on 10 December 2026 unless told",
            rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfOnesOwn_ShowsNoNominations()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.OwnPost}");

        Assert.Null(page.Page.QuerySelector("[aria-label=Nominations]"));
        Assert.DoesNotContain("Nominations", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rank")]
    [InlineData("telling")]
    [InlineData("withdraw")]
    public async Task Tend_ANominationForOnesOwnPost_IsRefused(string step)
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.OwnPost}/nominations/nomination-1/{step}");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    [Fact]
    public async Task Tend_ANominationThatDoesNotStand_IsNotFound()
    {
        using var director = await portal.VisitAsAsync("director");

        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync($"{Post}/nominations/nomination-9/rank")).Status);
    }

    [Fact]
    public async Task Rank_AnsweredToTheEnd_ChangesThePlaceAlone()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"{Post}/nominations/nomination-2/rank");
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("rank", "2"));
        page = await director.AnswerAsync(page, ("reason", "panel"));

        await director.AnswerAsync(page);

        var sent = Updated(id);
        Assert.Equal(("nomination-2", "5", 2), (sent.Nomination.Id, sent.Nomination.Etag, sent.Nomination.Rank));
        Assert.Equal("panel", sent.ReasonCode);
        Assert.Equal("rank", Assert.Single(sent.UpdateMask));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("first")]
    public async Task Rank_ThatIsNoPlace_SaysWhatToDo(string typed)
    {
        using var director = await portal.VisitAsAsync("director");

        var again = await director.SendAsync(await director.GetAsync($"{Post}/nominations/nomination-2/rank"), ("rank", typed));

        Assert.Contains("Enter the place as a whole number from 1 to 99", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rank_ThatIsTaken_IsSaidByTheService()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.AnswerAsync(await director.GetAsync($"{Post}/nominations/nomination-2/rank"), ("rank", "1"));
        page = await director.AnswerAsync(page, ("reason", "panel"));
        using var refusal = portal.Recorded.Refuse("UpdateNomination", Errors.Invalid("nomination.rank", "Place 1 is taken."));

        var answer = await director.SendAsync(page);

        Assert.Equal("Check your answers", answer.Heading);
        Assert.Contains("Place 1 is taken.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telling_Told_ChangesThatAlone()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"{Post}/nominations/nomination-3/telling");
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("telling", Told));
        page = await director.AnswerAsync(page, ("reason", "conversation"));

        await director.AnswerAsync(page);

        var sent = Updated(id);
        Assert.Equal((Telling.Told, "conversation"), (sent.Nomination.Telling, sent.ReasonCode));
        Assert.Null(sent.Nomination.Confidentiality);
        Assert.Equal(["telling", "confidentiality"], sent.UpdateMask);
    }

    [Fact]
    public async Task Withdraw_SentTwice_ChangesNothingASecondTime()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"{Post}/nominations/nomination-1/withdraw");
        var id = JourneyOf(page);
        var check = await director.AnswerAsync(page, ("reason", "withdrew"));
        await director.AnswerAsync(check);

        var again = await director.AnswerAsync(check);

        var sent = Assert.Single(portal.Recorded.Requests<DeleteNominationRequest>(), request => request.RequestId == id);
        Assert.Equal(("nomination-1", "4", "withdrew"), (sent.Id, sent.Etag, sent.ReasonCode));
        Assert.Contains("Nothing was changed a second time.", again.Text, StringComparison.Ordinal);
    }

    private CreateNominationRequest Created(string id) =>
        Assert.Single(portal.Recorded.Requests<CreateNominationRequest>(), request => request.RequestId == id);

    private UpdateNominationRequest Updated(string id) =>
        Assert.Single(portal.Recorded.Requests<UpdateNominationRequest>(), request => request.RequestId == id);

    private static (string, string)[] Day(string key, DateOnly day) =>
        [($"{key}[day]", $"{day.Day}"), ($"{key}[month]", $"{day.Month}"), ($"{key}[year]", $"{day.Year}")];

    private static string JourneyOf(Received page) =>
        page.Page.QuerySelector("form[method=post] input[name=journey]")!.GetAttribute("value")!;
}
