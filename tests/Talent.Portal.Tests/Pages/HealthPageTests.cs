using System.Net;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Events.V1;
using Talent.Messaging.Storage;
using Talent.Portal.Doubles;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Pages;

public sealed class HealthPageTests(PortalHost portal)
{
    private const string Health = "/administration/health";

    [Fact]
    public async Task Get_Health_SaysWhereAProjectionIsStalledAndWhy()
    {
        using var administrator = await portal.VisitAsAsync("administrator");

        var page = await administrator.GetAsync(Health);

        Assert.Contains("stalled at roles:17", page.Text, StringComparison.Ordinal);
        Assert.Contains("Stalled at entry 17", page.Text, StringComparison.Ordinal);
        Assert.Contains("InvalidProtocolBufferException: unknown type", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Page.QuerySelectorAll($"a[href='{Health}/succession/roles/skip/17']"));
        Assert.NotEmpty(page.Page.QuerySelectorAll($"a[href='{Health}/succession/roles/rebuild']"));
        // Reactions are never run again.
        Assert.Empty(page.Page.QuerySelectorAll($"a[href='{Health}/succession/reactions-roles/rebuild']"));
    }

    [Fact]
    public async Task Get_Health_ShowsThePortalItself()
    {
        using var administrator = await portal.VisitAsAsync("administrator");

        var page = await administrator.GetAsync(Health);

        Assert.Contains("portal messaging", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Health_ServiceThatDoesNotAnswer_IsNotKnown()
    {
        await using var host = new PortalHost();
        await host.InitializeAsync();
        using var administrator = await host.VisitAsAsync("administrator");
        using var refused = host.Recorded.Refuse("ListProjections", new RpcException(new Status(StatusCode.Unavailable, "away")));

        var page = await administrator.GetAsync(Health);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("How far its projections have come is not known", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skip_AnsweredToTheEnd_SendsItOnceWithTheReasonAndTheIdOfTheForm()
    {
        using var administrator = await portal.VisitAsAsync("administrator");
        var asked = await administrator.GetAsync($"{Health}/succession/roles/skip/17");
        var id = asked.Page.QuerySelector("input[name=journey]")!.GetAttribute("value");
        var check = await administrator.AnswerAsync(asked, ("reason", "Written by a faulty version."));
        Assert.Equal("Check your answers", check.Heading);
        Assert.Contains("InvalidProtocolBufferException: unknown type", check.Text, StringComparison.Ordinal);

        var done = await administrator.AnswerAsync(check);

        var sent = Assert.Single(portal.Recorded.Requests<SkipEventRequest>(), request => request.RequestId == id);
        Assert.Equal(("succession", "roles", 17, "Written by a faulty version."), (sent.Service, sent.Source, sent.Position, sent.Reason));
        Assert.Contains("Entry 17 is passed over.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skip_WithoutAReason_SaysWhatToDo()
    {
        using var administrator = await portal.VisitAsAsync("administrator");
        var asked = await administrator.GetAsync($"{Health}/succession/roles/skip/17");

        var answer = await administrator.AnswerAsync(asked, ("reason", " "));

        Assert.Contains("Enter why this entry may be passed over", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skip_ServiceRefuses_ShowsItsSentence()
    {
        using var administrator = await portal.VisitAsAsync("administrator");
        var check = await administrator.AnswerAsync(
            await administrator.GetAsync($"{Health}/succession/reactions-roles/skip/17"), ("reason", "Written by a faulty version."));
        using var refused = portal.Recorded.Refuse("SkipEvent", Errors.Precondition("NOT_STALLED", "It is not stalled there any more."));

        var answer = await administrator.AnswerAsync(check);

        Assert.Contains("It is not stalled there any more.", answer.Text, StringComparison.Ordinal);
        Assert.Contains(portal.Recorded.Requests<SkipEventRequest>(), request => request.Source == "reactions/roles");
    }

    [Fact]
    public async Task Rebuild_AnsweredToTheEnd_SendsItOnceWithTheReason()
    {
        using var administrator = await portal.VisitAsAsync("administrator");
        var asked = await administrator.GetAsync($"{Health}/roles/roles/rebuild");
        var id = asked.Page.QuerySelector("input[name=journey]")!.GetAttribute("value");
        var check = await administrator.AnswerAsync(asked, ("reason", "Tables were changed by hand."));

        await administrator.AnswerAsync(check);

        var sent = Assert.Single(portal.Recorded.Requests<RebuildProjectionRequest>(), request => request.RequestId == id);
        Assert.Equal(("roles", "roles", "Tables were changed by hand."), (sent.Service, sent.Source, sent.Reason));
    }

    [Fact]
    public async Task Skip_PortalItselfIsStalled_IsShownAndRecordedInItsOwnDatabase()
    {
        await using var host = new PortalHost();
        await host.InitializeAsync();
        await StallAsync(host);
        using var administrator = await host.VisitAsAsync("administrator");
        var page = await administrator.GetAsync(Health);
        Assert.Contains("stalled at development:3", page.Text, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: unreadable", page.Text, StringComparison.Ordinal);
        var check = await administrator.AnswerAsync(
            await administrator.GetAsync($"{Health}/portal/development/skip/3"), ("reason", "Written by a faulty version."));

        var done = await administrator.AnswerAsync(check);

        Assert.Contains("Entry 3 is passed over.", done.Text, StringComparison.Ordinal);
        await using var context = host.App.Services.GetRequiredService<ServiceStorage<PortalContext>>().CreateContext();
        var skipped = await context.SkippedEvents.SingleAsync();
        Assert.Equal(("development", 3, "Written by a faulty version."), (skipped.Source, skipped.Position, skipped.Reason));
        Assert.NotEmpty(skipped.ActorId);
    }

    [Theory]
    [InlineData("/administration/health/nobody/roles/rebuild")]
    [InlineData("/administration/health/succession/nobody/rebuild")]
    [InlineData("/administration/health/succession/roles/skip/none")]
    public async Task Get_ReaderThatIsNotThere_IsNotFound(string path)
    {
        using var administrator = await portal.VisitAsAsync("administrator");

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(path)).Status);
    }

    // The doubles have no log, so nothing moves the checkpoint.
    private static Task<bool> StallAsync(PortalHost host) =>
        host.App.Services.GetRequiredService<ServiceStorage<PortalContext>>().WriteAsync(
            (context, _) =>
            {
                context.Checkpoints.Add(new CheckpointRow
                {
                    Source = "development",
                    LogId = "log",
                    Position = 2,
                    StalledPosition = 3,
                    StalledEventId = "event-3",
                    StalledReason = "InvalidOperationException: unreadable",
                });
                return Task.FromResult(true);
            },
            CancellationToken.None);
}
