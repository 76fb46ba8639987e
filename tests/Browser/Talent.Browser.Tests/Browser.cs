using System.Collections.Concurrent;
using Microsoft.Playwright;
using Talent.Portal.Doubles;

[assembly: AssemblyFixture(typeof(PortalHost))]
[assembly: AssemblyFixture(typeof(Talent.Browser.Tests.Browser))]

namespace Talent.Browser.Tests;

/// <summary>One Chromium for all tests; each test gets a profile of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const int Patience = 120_000;

    private readonly ConcurrentDictionary<(Uri Portal, string Account), Task<string>> _signedIn = new();
    private readonly ConcurrentDictionary<(Uri Portal, string? Account), Task<IPage>> _reading = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TALENT_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>A page in a profile of its own, with a demonstration account signed in; null signs nobody in.</summary>
    public async Task<IPage> OpenAsync(PortalHost portal, string? account, bool script = true, int width = 1200)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.Address.ToString(),
            JavaScriptEnabled = script,
            Locale = "en-GB",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            StorageState = account is null ? null : await SignedInAsync(portal, account),
        });
        return await PageOfAsync(context);
    }

    /// <summary>The one page on which tests that only read take turns, each opening its own address.</summary>
    public Task<IPage> ReadAsync(PortalHost portal, string? account) =>
        _reading.GetOrAdd((portal.Address, account), _ => OpenAsync(portal, account));

    // Signing in once for each account is enough: what a page shows depends on the session alone.
    private Task<string> SignedInAsync(PortalHost portal, string account) =>
        _signedIn.GetOrAdd((portal.Address, account), _ => SignInAsync(portal, account));

    private async Task<string> SignInAsync(PortalHost portal, string account)
    {
        await using var context = await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.Address.ToString() });
        var page = await PageOfAsync(context);
        await page.GotoAsync("/sign-in");
        await page.Locator($"input[name=account][value={account}]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.GetByText("Sign out").First.WaitForAsync();
        return await context.StorageStateAsync();
    }

    // A machine that runs other tests beside these may take its time.
    private static async Task<IPage> PageOfAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return await context.NewPageAsync();
    }
}
