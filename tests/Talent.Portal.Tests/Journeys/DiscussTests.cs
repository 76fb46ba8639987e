using Talent.Portal.Doubles;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Journeys;

public sealed class DiscussTests(PortalHost portal)
{
    private const string Form = $"/groups/{Invented.GroupId}/findings/flag-01/discussion";

    [Fact]
    public async Task Discuss_WithTheReply_SendsItOnceWithTheIdOfTheForm()
    {
        using var director = await portal.VisitAsAsync("director");
        var shown = await director.GetAsync(Form);
        var id = shown.Page.QuerySelector("input[name=journey]")!.GetAttribute("value");
        var whether = await director.AnswerAsync(shown, Day("shown", InventedBoard.Flag().RaisedOn.ToDay("raised_on")!.Value));
        var on = await director.AnswerAsync(whether, ("replied", "yes"));
        var reply = await director.AnswerAsync(on, Day("on", InventedBoard.Flag().RaisedOn.ToDay("raised_on")!.Value));
        var check = await director.AnswerAsync(reply, ("reply", "A deputy starts in spring."));
        Assert.Equal("Check your answers", check.Heading);

        var done = await director.AnswerAsync(check);

        var sent = Assert.Single(portal.Recorded.Requests<RecordDiscussionRequest>(), request => request.RequestId == id);
        Assert.Equal(("flag-01", "A deputy starts in spring."), (sent.FlagId, sent.Reply));
        Assert.Equal((InventedBoard.Flag().RaisedOn, InventedBoard.Flag().RaisedOn), (sent.ShownOn, sent.RepliedOn));
        Assert.Contains("What was discussed with the holder was recorded.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discuss_BeforeTheFindingWasRaised_SaysWhatToDo()
    {
        using var director = await portal.VisitAsAsync("director");
        var shown = await director.GetAsync(Form);

        var answer = await director.AnswerAsync(shown, Day("shown", new DateOnly(2020, 1, 1)));

        Assert.Contains("Enter a day that is not before the day the finding was raised", answer.Text, StringComparison.Ordinal);
    }

    private static (string, string)[] Day(string key, DateOnly day) =>
        [($"{key}[day]", $"{day.Day}"), ($"{key}[month]", $"{day.Month}"), ($"{key}[year]", $"{day.Year}")];
}
