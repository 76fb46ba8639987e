using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Hosting;
using Talent.Portal.SignIn;

namespace Talent.Portal.Pages;

/// <summary>Signs in: through the configured provider, or as one of the invented people while the demonstration is on.</summary>
[OpenToEverybody]
public sealed class SignInModel(Sessions sessions, PortalSettings settings, IEnumerable<ProviderSettings> provider) : PortalPage
{
    /// <summary>The account chosen.</summary>
    [BindProperty(Name = "account")]
    public string? Account { get; set; }

    /// <summary>Where to go afterwards; only a page of the portal.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    /// <summary>Whether the demonstration is on.</summary>
    public bool Demonstration => settings.Demonstration;

    /// <summary>Whether a sign-in at the provider failed just now.</summary>
    [BindProperty(SupportsGet = true, Name = "refused")]
    public bool Refused { get; set; }

    /// <summary>Whether a sign-in provider is configured.</summary>
    public bool Provider => provider.Any();

    /// <summary>What is wrong with the answer.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public void OnGet() => Describe("Sign in");

    /// <summary>Signs in as one of the invented people.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Describe("Sign in");
        if (!settings.Demonstration)
            return NotFound();
        var chosen = DemonstrationAccounts.All.FirstOrDefault(account => account.Key == Account);
        if (chosen is null)
        {
            Errors = [new FieldError("Select who you want to sign in as", "account")];
            return Page();
        }
        if (await sessions.StartAsync(chosen.AccountId, Aborted) is not { } session)
            return Forbid();
        await HttpContext.WriteSessionAsync(chosen.AccountId, session);
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back : "/");
    }
}
