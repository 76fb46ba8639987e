using System.Net;
using Talent.Portal.Doubles;
using Talent.Portal.Scenarios;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Tests.Pages;

public sealed class PipelinesPageTests(PortalHost portal)
{
    private const string Page = $"/groups/{Invented.GroupId}/pipelines";

    private static readonly string _supposed = new SupposedProgrammes(
        Invented.GroupId,
        [
            new SupposedCohort
            {
                Family = InventedPipelines.Family,
                Level = Level.Trust,
                Size = 8,
                Completion = 0.75,
                ReadyOn = new DateOnly(2028, 3, 31).ToDate(),
            },
        ]).Address();

    [Fact]
    public async Task Get_APipeline_SaysWhatIsLeftAndWhatIsShort()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains("1 short (4 short to 2 left)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ASupplyThatIsNotKnown_IsNotNought()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains("not known, 0 to 3", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APipelineWithUnknowns_NamesTheOneThatWidensMost()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains(
            "What widens the bands most: it is not recorded when 3 people named are ready, or whether free.", page.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_KindsOfPost_BeginWithTheScarcest()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        var rows = page.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(row => row.TextContent);
        Assert.Equal(["Chief nursing officer", "Chair"], rows);
    }

    [Fact]
    public async Task Get_OwnPosts_AreSaidToBeLeftOut()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains("1 post is left out, because you hold it", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingSupposed_ComparesNothing()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.DoesNotContain("ithout the programmes", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AProgrammeOfTheAddress_IsSaidAndCompared()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_supposed);

        Assert.Contains(
            "8 people prepare on a programme for Chief nursing officer, trust level; 75% of them complete it, ready from 31 March 2028.",
            page.Text, StringComparison.Ordinal);
        Assert.Contains("Left without the programmes", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AProgrammeRemoved_IsGone()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(_supposed);

        var without = await director.GetAsync(
            page.Page.QuerySelectorAll("a").First(link => link.TextContent.StartsWith("Remove", StringComparison.Ordinal)).GetAttribute("href")!);

        Assert.DoesNotContain("people prepare on a programme", without.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ACutAddress_IsNotFound()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_supposed[..^2]);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Post_AProgramme_IsAskedForAsItWasEntered()
    {
        using var director = await portal.VisitAsAsync("director");

        await SendAsync(director, "8", "75", "31", "3", "2032");

        var cohort = portal.Recorded.Requests<GetPipelinesRequest>().Last(request => request.Cohorts.Count > 0).Cohorts[0];
        Assert.Equal(
            new SupposedCohort
            {
                Family = InventedPipelines.Family,
                Level = Level.Trust,
                Size = 8,
                Completion = 0.75,
                ReadyOn = new DateOnly(2032, 3, 31).ToDate(),
            },
            cohort);
    }

    [Fact]
    public async Task Post_WithoutAShare_LeavesItUnknown()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await SendAsync(director, "8", "", "31", "3", "2032");

        Assert.Contains("how many complete it is not known", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "75", "2032", "Enter how many people take part, from 1 to 1000")]
    [InlineData("1001", "75", "2032", "Enter how many people take part, from 1 to 1000")]
    [InlineData("8", "101", "2032", "Enter a number from 0 to 100")]
    [InlineData("8", "75", "2020", "Enter a day after today: those who are ready now are named as successors")]
    public async Task Post_WhatCannotBe_IsSaidBesideItsField(string size, string completion, string year, string words)
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await SendAsync(director, size, completion, "31", "3", year);

        Assert.Equal($"Error: {words}", page.Page.QuerySelector(".nhsuk-error-message")!.TextContent);
    }

    private static async Task<Received> SendAsync(
        Visitor visitor, string size, string completion, string day, string month, string year)
    {
        var form = await visitor.GetAsync($"{Page}/programme");
        var pipeline = form.Page.QuerySelector("select option[value^='chief']")!.GetAttribute("value")!;
        return await visitor.AnswerAsync(
            form, ("pipeline", pipeline), ("size", size), ("completion", completion), ("ready[day]", day), ("ready[month]", month),
            ("ready[year]", year));
    }
}
