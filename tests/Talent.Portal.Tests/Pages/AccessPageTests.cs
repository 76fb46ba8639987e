using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Storage;
using Talent.Portal.Doubles;
using Talent.Portal.Storage;
using Talent.Portal.Tests.Access;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Pages;

public sealed class AccessPageTests : IAsyncLifetime
{
    private const string Access = "/administration/access";
    private const string Record = "0192f0c1-0000-7000-8000-00000000000a";

    private TestProvider _provider = null!;
    private PortalHost _portal = null!;

    private ServiceStorage<PortalContext> Storage => _portal.App.Services.GetRequiredService<ServiceStorage<PortalContext>>();

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync();
        _portal = new PortalHost
        {
            Settings = new Dictionary<string, string?>
            {
                ["Talent:Demonstration"] = "false",
                ["Talent:SignIn:Authority"] = _provider.Address,
                ["Talent:SignIn:ClientId"] = TestProvider.ClientId,
                ["Talent:SignIn:ClientSecret"] = TestProvider.ClientSecret,
                ["Talent:SignIn:Administrator"] = "subject-1",
            },
        };
        await _portal.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Grant_ToADirector_LetsThemSignInToTheirGroupAndNotesWhoGrantedIt()
    {
        using var administrator = await SignInAsync("subject-1");

        var list = await GrantAsync(administrator, "director-at-provider", Role.GroupHrDirector, Invented.GroupId, Record);

        Assert.Contains("Access was granted.", list.Text, StringComparison.Ordinal);
        Assert.Contains("director-at-provider yes group HR director, for Northmere Partnership, from", list.Text, StringComparison.Ordinal);
        using var director = await SignInAsync("director-at-provider");
        Assert.Equal(HttpStatusCode.OK, (await director.GetAsync($"/groups/{Invented.GroupId}/board")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync(Access)).Status);
        await using var context = Storage.CreateContext();
        var changes = await context.AccountChanges.OrderBy(change => change.What).ToListAsync();
        Assert.Equal(["granted", "linked"], changes.Select(change => change.What));
        var first = await context.Accounts.SingleAsync(account => account.SignInName.EndsWith("|subject-1"));
        Assert.All(changes, change => Assert.Equal(first.Id, change.ChangedBy));
    }

    [Fact]
    public async Task End_OfARole_TakesItFromTheNextPageOn()
    {
        using var administrator = await SignInAsync("subject-1");
        await GrantAsync(administrator, "director-at-provider", Role.GroupHrDirector, Invented.GroupId, "");
        using var director = await SignInAsync("director-at-provider");

        var list = await EndAsync(administrator, "director-at-provider");

        Assert.Contains("The role was ended.", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync($"/groups/{Invented.GroupId}/board")).Status);
        await GrantAsync(administrator, "director-at-provider", Role.GroupHrDirector, Invented.GroupId, "");
        Assert.Equal(HttpStatusCode.OK, (await director.GetAsync($"/groups/{Invented.GroupId}/board")).Status);
    }

    [Fact]
    public async Task End_OfTheLastAdministrator_IsRefused()
    {
        using var administrator = await SignInAsync("subject-1");

        var refused = await EndAsync(administrator, "subject-1");

        Assert.Contains("Grant the role of system administrator to somebody else first", refused.Text, StringComparison.Ordinal);
        await GrantAsync(administrator, "subject-2", Role.Administrator, "", "");
        await EndAsync(administrator, "subject-1");
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync(Access)).Status);
    }

    [Fact]
    public async Task Grant_Twice_GrantsOnceAndLinksTheRecordLater()
    {
        using var administrator = await SignInAsync("subject-1");
        await GrantAsync(administrator, "director-at-provider", Role.GroupHrDirector, Invented.GroupId, "");

        var again = await GrantAsync(administrator, "director-at-provider", Role.GroupHrDirector, Invented.GroupId, Record);
        var other = await GrantAsync(administrator, "director-at-provider", Role.Leader, "", "0192f0c1-0000-7000-8000-00000000000b");

        Assert.Contains("The account holds this role already.", again.Text, StringComparison.Ordinal);
        Assert.Contains("director-at-provider yes", again.Text, StringComparison.Ordinal);
        Assert.Contains("Enter the record that the account is linked to already", other.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Role.Administrator, "", "", "subject")]
    [InlineData("somebody", "service", "", "", "role")]
    [InlineData("somebody", Role.GroupHrDirector, "", "", "group")]
    [InlineData("somebody", Role.CompanySecretary, "a group that is not recorded", "", "group")]
    [InlineData("somebody", Role.Leader, "", "", "record")]
    [InlineData("somebody", Role.Academy, "", "Zara Winterbourne", "record")]
    public async Task Grant_AnsweredWrongly_SaysWhatToDoBesideTheField(
        string subject, string role, string group, string record, string field)
    {
        using var administrator = await SignInAsync("subject-1");

        var answer = await GrantAsync(administrator, subject, role, group, record);

        Assert.Equal([$"#{field}"], answer.Page.QuerySelectorAll(".nhsuk-error-summary a").Select(each => each.GetAttribute("href")));
        Assert.NotNull(answer.Page.QuerySelector($"#{field}-error"));
        await using var context = Storage.CreateContext();
        Assert.Equal(1, await context.Accounts.CountAsync());
    }

    private static async Task<Received> GrantAsync(Visitor administrator, string subject, string role, string group, string record)
    {
        var today = LondonCalendar.Today(TimeProvider.System);
        return await administrator.AnswerAsync(
            await administrator.GetAsync($"{Access}/new"), ("subject", subject), ("role", role), ("group", group), ("record", record),
            ("from[day]", $"{today.Day}"), ("from[month]", $"{today.Month}"), ("from[year]", $"{today.Year}"));
    }

    private static async Task<Received> EndAsync(Visitor administrator, string subject)
    {
        var list = await administrator.GetAsync(Access);
        var row = list.Page.QuerySelectorAll("tbody tr").Single(each => each.QuerySelector("th")!.TextContent.Trim() == subject);
        return await administrator.SendFormAsync(row.QuerySelector("form")!);
    }

    private async Task<Visitor> SignInAsync(string subject)
    {
        _provider.Subject = subject;
        var visitor = _portal.Visit();
        var challenge = await visitor.GetAsync("/sign-in/provider?back=%2F");
        var authorized = await visitor.GetAsync(challenge.Location!);
        Assert.Equal("/", (await visitor.GetAsync(authorized.Location!)).Location);
        return visitor;
    }
}
