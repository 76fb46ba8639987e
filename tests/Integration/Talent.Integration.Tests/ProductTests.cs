using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Talent.Demonstration;
using Talent.Integration.Tests.Browsing;
using Talent.Integration.Tests.Forms;
using Talent.Integration.Tests.Telemetry;
using Talent.Testing;

namespace Talent.Integration.Tests;

/// <summary>What somebody sees who uses the product, the same in both forms.</summary>
[TestCaseOrderer(typeof(ChangesLast))]
public abstract partial class ProductTests(ProductForm form, Chromium chromium, ITestOutputHelper output)
{
    // The official gRPC client has a span of its own around that of HTTP.
    private const string SpanOfOfficialClient = "Grpc.Net.Client.GrpcOut";
    private const string SentForm = "POST posts/{postId}/appointments/{appointmentId}/end/{step?}";
    private const string Board = $"/groups/{DemonstrationIdentities.FirstGroupId}/board";
    private static readonly TimeSpan LiveLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Fulfilled as soon as a row of the open board says that its post is vacant.
    private const string WhenVacant = """
        row => new Promise(shown => new MutationObserver((_, observer) => {
          if (!document.getElementById(row)?.innerText.includes('Vacant')) return;
          observer.disconnect();
          shown();
        }).observe(document.body, { subtree: true, childList: true, characterData: true }))
        """;

    [Fact]
    public async Task Health_NobodySignedIn_AnswersOk() => Assert.Equal(HttpStatusCode.OK, await form.StatusOfAsync("/health"));

    [Fact]
    public async Task Home_Director_SaysThatEveryPostIsCoveredOnPaperAndFarFewerInReality()
    {
        var page = await chromium.SignInAsync(form, "director");

        var sentence = Sentence().Match(await page.Locator(".app-sentence__figures").First.InnerTextAsync());

        Assert.True(sentence.Success);
        Assert.Equal(Number("posts"), Number("paper"));
        Assert.InRange(Number("real"), 0, Number("paper") * 2 / 3);
        await page.Context.CloseAsync();

        int Number(string group) => int.Parse(sentence.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Home_TheUsualCountsOpened_NameEveryPostLeftBare()
    {
        var page = await chromium.SignInAsync(form, "director");
        var counts = page.Locator("details", new PageLocatorOptions { HasText = "The usual counts beside what would happen" }).First;

        await counts.Locator("summary").First.ClickAsync();

        await Assertions.Expect(counts.GetByText("By the usual count 100% of the posts are covered.")).ToBeVisibleAsync();
        var sentence = Sentence().Match(await page.Locator(".app-sentence__figures").First.InnerTextAsync());
        var bare = int.Parse(sentence.Groups["posts"].Value, CultureInfo.InvariantCulture)
            - int.Parse(sentence.Groups["real"].Value, CultureInfo.InvariantCulture);
        await Assertions.Expect(counts.Locator("li a[href^='/posts/']")).ToHaveCountAsync(bare);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Board_Director_NamesADependenceOnOneLeaderWithReasonsAndAnActionOnTheStructure()
    {
        var page = await chromium.SignInAsync(form, "director");
        await page.GotoAsync(Board);

        var finding = page.Locator(".app-flag", new PageLocatorOptions { HasText = "Dependence on one leader" }).First;
        var lists = finding.Locator("ul");

        await Assertions.Expect(finding).ToBeVisibleAsync();
        await Assertions.Expect(lists.Nth(0).Locator("li").First).Not.ToBeEmptyAsync();
        await Assertions.Expect(lists.Nth(1).Locator("li").First).Not.ToBeEmptyAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Tonight_TwoClicksFromHome_ShowsEveryOrganisationThatThePostServes()
    {
        var page = await chromium.SignInAsync(form, "director");
        var post = InventedData.ChiefExecutive;

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "If this post fell vacant tonight" }).First.ClickAsync();
        await page.Locator($"a[href='/posts/{post.Id}/tonight']").ClickAsync();

        foreach (var organisation in InventedData.OrganisationsOf(post))
            await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = organisation })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Paper_OneClickFromHome_ShowsTheGroupOnPlainPages()
    {
        var page = await chromium.SignInAsync(form, "director");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Print the paper" }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(InventedData.GroupTitle);
        await Assertions.Expect(page.GetByText("covered on paper").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Board_Leader_IsRefused()
    {
        var page = await chromium.SignInAsync(form, "leader");

        var answer = await page.GotoAsync(Board);

        Assert.Equal((int)HttpStatusCode.Forbidden, answer!.Status);
        await page.Context.CloseAsync();
    }

    [Fact, Trait(ChangesLast.Changes, "chief executive")]
    public async Task Board_OpenWhileAnAppointmentEndsElsewhere_ShowsThePostVacantInEveryOrganisationWithinTwoSeconds()
    {
        var post = InventedData.ChiefExecutive;
        var reader = await chromium.SignInAsync(form, "director");
        await reader.GotoAsync(Board);
        await reader.EvaluateAsync("window.notReloaded = true");
        var row = reader.Locator($"#row-{post.Id}");
        await Assertions.Expect(row).Not.ToContainTextAsync("Vacant");
        var writer = await chromium.SignInAsync(form, "director");
        await EndAppointment.FillInAsync(writer, post);

        var shown = reader.EvaluateAsync(WhenVacant, $"row-{post.Id}");
        var sent = TimeProvider.System.GetTimestamp();
        await EndAppointment.SendAsync(writer);
        var confirmed = TimeProvider.System.GetTimestamp();
        await shown.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        var afterSending = TimeProvider.System.GetElapsedTime(sent);
        var afterConfirmation = TimeProvider.System.GetElapsedTime(confirmed);

        output.WriteLine($"{form.Name}: the open board showed it {afterSending.TotalSeconds:0.00} s after the form was sent and "
            + $"{afterConfirmation.TotalSeconds:0.00} s after it was confirmed");
        await SaveAsync(writer, "writer");
        await row.ScrollIntoViewIfNeededAsync();
        await SaveAsync(reader, "reader");
        Assert.InRange(afterConfirmation, TimeSpan.Zero, LiveLimit);
        Assert.True(await reader.EvaluateAsync<bool>("window.notReloaded"));
        foreach (var organisation in InventedData.OrganisationsOf(post))
            await Assertions.Expect(row).ToContainTextAsync(organisation);
        await reader.Context.CloseAsync();
        await writer.Context.CloseAsync();
    }

    [Fact, Trait(ChangesLast.Changes, "another post")]
    public async Task Form_SentInThePortal_GivesOneTraceUpToTheBoard()
    {
        var page = await chromium.SignInAsync(form, "director");
        await EndAppointment.FillInAsync(page, InventedData.AnotherPost);

        await EndAppointment.SendAsync(page);

        var (portal, roles, succession) = form.Services;
        var path = await PathAsync(SentForm, "apply roles.vacancy.opened.v1", "work board");
        output.WriteLine($"{form.Name}: trace {path[0].Trace}");
        foreach (var span in path)
            output.WriteLine($"  {span.Service,-12} {span.Name}");
        Assert.Equal(
            [
                (portal, SentForm),
                (portal, "POST"),
                (roles, "POST /talent.roles.v1.PostService/EndAppointment"),
                (roles, "command talent.roles.v1.PostService/EndAppointment"),
                (roles, "publish roles.vacancy.opened.v1"),
                (succession, "apply roles.vacancy.opened.v1"),
                (succession, "work board"),
            ],
            // The broker's client publishes below our own span of that name.
            path.Select(span => (span.Service, span.Name)).Where(span => span.Name != SpanOfOfficialClient).Distinct());
        Assert.Single(path.Select(span => span.Trace).Distinct());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("talent.projections.lag")]
    [InlineData("talent.bus.waiting")]
    [InlineData("talent.work.duration")]
    public async Task Metrics_OfLogLagQueueDepthAndRecomputation_Arrive(string name) =>
        await AwaitAsync(() => form.Collector.MetricNames.Contains((form.Services.Succession, name)));

    [Fact]
    public async Task Telemetry_WhereNamesAreReadAndSearched_NamesNobody()
    {
        var person = InventedData.Everybody.First();
        var page = await chromium.SignInAsync(form, "director");
        await page.GotoAsync($"/posts/{InventedData.ChiefExecutive.Id}/appoint");
        await page.Locator("#find").FillAsync(person.DisplayName);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Find" }).ClickAsync();
        await Assertions.Expect(page.Locator("#find")).ToHaveValueAsync(person.DisplayName);
        await Assertions.Expect(page.Locator(".nhsuk-radios__label").First).ToBeVisibleAsync();
        Assert.NotEmpty(InventedNames.In(await page.ContentAsync()));
        await page.GotoAsync($"/people/{person.Id}");
        await AwaitAsync(() => form.Collector.Spans.Any(span => span.Name == "GET people/{personId}"));

        Assert.Empty(form.Collector.NamesFound);
        Assert.Empty(InventedNames.In(form.Output));
        await page.Context.CloseAsync();
    }

    // From the first span of a trace down to its last two; processes export at different moments.
    private async Task<IReadOnlyList<CollectedSpan>> PathAsync(string first, string lastButOne, string last)
    {
        IReadOnlyList<CollectedSpan>? path = null;
        await AwaitAsync(() =>
        {
            var spans = form.Collector.Spans;
            var byId = spans.ToLookup(span => span.Id);
            path = spans.Where(span => span.Name == last).Select(span => PathTo(span, byId))
                .FirstOrDefault(each => each[0].Name == first && each[^2].Name == lastButOne);
            return path is not null;
        });
        return path!;
    }

    private static List<CollectedSpan> PathTo(CollectedSpan last, ILookup<string, CollectedSpan> byId)
    {
        List<CollectedSpan> path = [last];
        while (byId[path[0].Parent].FirstOrDefault() is { } parent)
            path.Insert(0, parent);
        return path;
    }

    private static async Task AwaitAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (!holds())
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
    }

    private Task<byte[]> SaveAsync(IPage page, string who) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{form.Name}-{who}.png"),
    });

    [GeneratedRegex(
        "^(?<paper>[0-9]+) of (?<posts>[0-9]+) posts covered on paper, (?<real>[0-9]+) if it happened", RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();
}

/// <summary>With RabbitMQ, Redis and PostgreSQL.</summary>
public sealed class DistributedTests(DistributedForm form, Chromium chromium, ITestOutputHelper output)
    : ProductTests(form, chromium, output), IClassFixture<DistributedForm>;

/// <summary>In one process.</summary>
public sealed class StandaloneTests(StandaloneForm form, Chromium chromium, ITestOutputHelper output)
    : ProductTests(form, chromium, output), IClassFixture<StandaloneForm>;
