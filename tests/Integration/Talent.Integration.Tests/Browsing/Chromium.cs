using Microsoft.Playwright;
using Talent.Integration.Tests.Forms;

[assembly: AssemblyFixture(typeof(Talent.Integration.Tests.Browsing.Chromium))]
// Each form starts a dozen processes: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Talent.Integration.Tests.Browsing;

/// <summary>One Chromium for all tests; each visitor gets a profile of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const int Patience = 120_000;
    private readonly Dictionary<(string Form, string Account), string> _signedIn = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TALENT_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
        });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>The home page of one of the demonstration people, signed in, in a profile of its own.</summary>
    public async Task<IPage> SignInAsync(ProductForm form, string account)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!_signedIn.TryGetValue((form.Name, account), out var state))
            _signedIn[(form.Name, account)] = state = await FirstSignInAsync(form, account);
        var page = await OpenAsync(form, state);
        await page.GotoAsync("/");
        return page;
    }

    // What a page shows depends on the session alone, so one for each account is enough.
    private async Task<string> FirstSignInAsync(ProductForm form, string account)
    {
        var page = await OpenAsync(form, state: null);
        await page.GotoAsync("/sign-in");
        await page.Locator($"input[name=account][value={account}]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.GetByText("Sign out").First.WaitForAsync();
        var state = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return state;
    }

    private async Task<IPage> OpenAsync(ProductForm form, string? state)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = form.Portal.AbsoluteUri,
            Locale = "en-GB",
            ViewportSize = new ViewportSize { Width = 1200, Height = 900 },
            StorageState = state,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }
}
