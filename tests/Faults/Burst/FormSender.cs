using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Talent.Roles.V1;

namespace Talent.Faults.Tests.Burst;

/// <summary>
/// Sends commands as a person does: opens the portal's form, answers a page at a time, and presses the same button again whenever there
/// was no answer. The form's id, made when it was opened, is the request id of its command. Each command is sent from a browser of its own
/// that is signed in already: what was done is told by a cookie, and in a shared browser another form's page would take it away.
/// </summary>
internal sealed class FormSender(Uri portal)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(15);
    private readonly CookieContainer _signedIn = new();
    private readonly ConcurrentDictionary<string, Button> _pressed = new(StringComparer.Ordinal);

    private sealed record Button(Uri Action, IReadOnlyList<KeyValuePair<string, string>> Hidden);

    /// <summary>Whether there is a form for the command.</summary>
    public static bool HasForm(IMessage command) => command is SharePostRequest or EndAppointmentRequest;

    /// <summary>Signs in as the human-resources director of the demonstration, and waits until the services know the portal's keys.</summary>
    public async Task SignInAsync(CancellationToken cancel)
    {
        using var browser = Browser(_signedIn);
        var page = await OpenAsync(browser, "/sign-in", cancel);
        await PressAsync(browser, ButtonOf(page), [new("account", "director")], cancel);
        await OpenAsync(browser, "/groups", cancel);
    }

    /// <summary>Fills in the form of the command and sends it; a command that was sent already has its last button pressed again.</summary>
    public async Task<IMessage> SendAsync(IMessage command, CancellationToken cancel)
    {
        var (id, form, answers) = command switch
        {
            SharePostRequest share => (share.RequestId, $"/posts/{share.PostId}/share", AnswersOf(share)),
            EndAppointmentRequest end => (end.RequestId, $"/posts/{end.PostId}/appointments/{end.AppointmentId}/end", AnswersOf(end)),
            _ => throw new NotSupportedException($"There is no form for {command.Descriptor.Name}."),
        };
        var cookies = new CookieContainer();
        cookies.Add(_signedIn.GetAllCookies());
        using var browser = Browser(cookies);
        if (_pressed.TryGetValue(id, out var again))
        {
            Assert.Contains("Nothing was changed a second time.", (await PressAsync(browser, again, [], cancel)).Body!.TextContent, StringComparison.Ordinal);
            return new Empty();
        }

        var page = await OpenAsync(browser, form, cancel);
        foreach (var answer in answers) page = await PressAsync(browser, ButtonOf(page), answer, cancel);
        var last = ButtonOf(page);
        page = await PressAsync(browser, last, [], cancel);
        // A repeated press may find that the first one, whose answer was lost, had done it.
        var said = page.Body!.TextContent;
        Assert.True(
            said.Contains("was recorded.", StringComparison.Ordinal) || said.Contains("This was done already.", StringComparison.Ordinal), said);
        _pressed[id] = last;
        return new Empty();
    }

    private HttpClient Browser(CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = portal, Timeout = AnswerLimit };

    private static IReadOnlyList<KeyValuePair<string, string>>[] AnswersOf(SharePostRequest share) =>
    [
        [.. share.Served.Select(served => KeyValuePair.Create("serves", served.OrganisationCode))],
        [.. share.Served.Select(served => KeyValuePair.Create(
            "shares-" + served.OrganisationCode, (served.Share * 100).ToString(CultureInfo.InvariantCulture)))],
        [.. share.Served.Where(served => served.Voting).Select(served => KeyValuePair.Create("votes", served.OrganisationCode))],
        [new("days", "")],
        [new("reason", "joint-leadership")],
    ];

    private static IReadOnlyList<KeyValuePair<string, string>>[] AnswersOf(EndAppointmentRequest end)
    {
        // The form asks for the last day, the contract for the first day that is free.
        var last = new DateOnly(end.End.Year, end.End.Month, end.End.Day).AddDays(-1);
        return
        [
            [new("last[day]", $"{last.Day}"), new("last[month]", $"{last.Month}"), new("last[year]", $"{last.Year}")],
            [new("where", "everywhere")],
            [new("reason", $"{(int)end.Reason}")],
        ];
    }

    private static Button ButtonOf(IHtmlDocument page)
    {
        var form = Assert.Single(page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>());
        var hidden = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>();
        return new Button(
            new Uri(form.GetAttribute("action")!, UriKind.Relative), [.. hidden.Select(each => KeyValuePair.Create(each.Name!, each.Value))]);
    }

    private static Task<IHtmlDocument> OpenAsync(HttpClient browser, string path, CancellationToken cancel) =>
        AskAsync(() => browser.GetAsync(new Uri(path, UriKind.Relative), cancel), cancel);

    private static Task<IHtmlDocument> PressAsync(
        HttpClient browser, Button button, IReadOnlyList<KeyValuePair<string, string>> answer, CancellationToken cancel) =>
        AskAsync(
            async () =>
            {
                using var content = new FormUrlEncodedContent([.. button.Hidden, .. answer]);
                return await browser.PostAsync(button.Action, content, cancel);
            },
            cancel);

    // Repeats until the portal answers, and does not answer that a service behind it is away.
    private static async Task<IHtmlDocument> AskAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                using var answer = await ask();
                var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(cancel));
                if (answer.StatusCode == HttpStatusCode.OK && !page.Body!.TextContent.Contains("Send again in a minute", StringComparison.Ordinal))
                    return page;
                Assert.True(answer.StatusCode is HttpStatusCode.OK or >= HttpStatusCode.InternalServerError, $"{answer.StatusCode}: {page.Body!.TextContent}");
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException || IsTimeout(exception, cancel))
            {
                // The portal is being killed, or is not back yet.
            }

            await Task.Delay(Pause, TimeProvider.System, cancel);
        }
    }

    private static bool IsTimeout(Exception exception, CancellationToken cancel) =>
        exception is OperationCanceledException && !cancel.IsCancellationRequested;
}
