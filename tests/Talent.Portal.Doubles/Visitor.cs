using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Primitives;

namespace Talent.Portal.Doubles;

/// <summary>A page as it arrived.</summary>
public sealed record Received(HttpResponseMessage Response, IHtmlDocument Page)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Text => string.Join(' ', Page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? Location => Response.Headers.Location?.OriginalString;
}

/// <summary>A browser without script: keeps cookies, sends forms as they are on the page, follows redirects when told to.</summary>
public sealed class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public Visitor(Uri address)
    {
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    public HttpClient Client => _client;

    /// <summary>The cookies it holds, as NAME=VALUE.</summary>
    public IReadOnlyList<string> Cookies => [.. _cookies.GetCookies(_client.BaseAddress!).Select(cookie => $"{cookie.Name}={cookie.Value}")];

    public async Task<Received> GetAsync(string path) => await ReadAsync(await _client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Opens a page and follows redirects.</summary>
    public async Task<Received> OpenAsync(string path) => await FollowAsync(await GetAsync(path));

    /// <summary>Sends the form of a page that goes on, with its hidden fields and these answers.</summary>
    public async Task<Received> SendAsync(Received from, params (string Name, string Value)[] answers)
    {
        var form = from.Page.QuerySelectorAll("main form[method=post]:not([role=search])").OfType<IHtmlFormElement>().Single();
        return await SendAsync(form, answers);
    }

    /// <summary>Sends the search of a page.</summary>
    public async Task<Received> SearchAsync(Received from, params (string Name, string Value)[] answers) =>
        await SendAsync(from.Page.QuerySelectorAll("main form[role=search]").OfType<IHtmlFormElement>().Single(), answers);

    /// <summary>Sends the form of a page and follows redirects.</summary>
    public async Task<Received> AnswerAsync(Received from, params (string Name, string Value)[] answers) =>
        await FollowAsync(await SendAsync(from, answers));

    /// <summary>Sends one of several forms of a page and follows redirects.</summary>
    public async Task<Received> SendFormAsync(AngleSharp.Dom.IElement form) => await FollowAsync(await SendAsync((IHtmlFormElement)form, []));

    public async Task SignInAsync(string account)
    {
        var arrived = await SendAsync(await GetAsync("/sign-in"), ("account", account));
        if (arrived.Status != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in as {account} was answered with {arrived.Status}.");
    }

    public void TakeCookies(StringValues setCookies)
    {
        foreach (var cookie in setCookies)
            _cookies.SetCookies(_client.BaseAddress!, cookie!);
    }

    public static FormUrlEncodedContent Fields(IHtmlFormElement form, params (string Name, string Value)[] answers)
    {
        var hidden = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(each => (Name: each.Name!, each.Value));
        return new FormUrlEncodedContent(hidden.Concat(answers).Select(each => KeyValuePair.Create(each.Name, each.Value)));
    }

    public void Dispose() => _client.Dispose();

    private async Task<Received> SendAsync(IHtmlFormElement form, (string Name, string Value)[] answers) =>
        await ReadAsync(await _client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), Fields(form, answers)));

    private async Task<Received> FollowAsync(Received received)
    {
        for (var turns = 0; received.Location is { } location && turns < 5; turns++)
            received = await GetAsync(location);
        return received;
    }

    private static async Task<Received> ReadAsync(HttpResponseMessage response) =>
        new(response, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()));
}
