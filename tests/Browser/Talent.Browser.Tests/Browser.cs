using Microsoft.Playwright;
using Talent.Portal.Doubles;

[assembly: AssemblyFixture(typeof(PortalHost))]
[assembly: AssemblyFixture(typeof(Talent.Browser.Tests.Browser))]

namespace Talent.Browser.Tests;

/// <summary>One Chromium for all tests; each test gets a profile of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
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
        });
        var page = await context.NewPageAsync();
        if (account is null)
            return page;
        await page.GotoAsync("/sign-in");
        await page.Locator($"input[name=account][value={account}]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/");
        return page;
    }
}
