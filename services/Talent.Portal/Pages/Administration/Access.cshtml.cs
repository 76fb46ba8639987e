using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Portal.SignIn;
using Talent.Portal.Storage;
using Talent.Portal.Words;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>Who may sign in with which roles, and what was changed about it.</summary>
[Permits(Permission.GrantAccess)]
public sealed class AccessModel(AccessGrants access, GroupDirectory groups) : PortalPage
{
    private const int AtOnce = 50;

    private IReadOnlyDictionary<string, string> _groups = new Dictionary<string, string>();

    /// <summary>Where the last page ended; empty for the first.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>The account of a role that is to end.</summary>
    [BindProperty(Name = "account")]
    public string? AccountId { get; set; }

    /// <summary>The role that is to end.</summary>
    [BindProperty(Name = "role")]
    public string? EndedRole { get; set; }

    /// <summary>Its scope, as it is written.</summary>
    [BindProperty(Name = "scope")]
    public string? EndedScope { get; set; }

    /// <summary>The accounts.</summary>
    public IReadOnlyList<AccountAccess> Accounts { get; private set; } = [];

    /// <summary>Where the next page starts; null: this is the last one.</summary>
    public string? Next { get; private set; }

    /// <summary>What was changed last, newest first.</summary>
    public IReadOnlyList<AccountChangeRow> Changes { get; private set; } = [];

    /// <summary>Why a role was not ended; null: none was refused.</summary>
    public FieldError? Problem { get; private set; }

    /// <summary>Shows the accounts.</summary>
    public async Task OnGetAsync()
    {
        Describe("Access", Home);
        var found = await access.ListAsync(After ?? "", AtOnce + 1, Aborted);
        Accounts = [.. found.Take(AtOnce)];
        Next = found.Count > AtOnce ? Accounts[^1].Account.Id : null;
        Changes = await access.ChangesAsync(AtOnce, Aborted);
        _groups = (await groups.AllAsync(Aborted)).ToDictionary(group => group.Id, group => group.Title);
    }

    /// <summary>Ends a role.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await access.EndAsync(AccountId ?? "", EndedRole ?? "", EndedScope ?? "", Caller.AccountId, Aborted);
        if (outcome is not EndOutcome.LastAdministrator)
        {
            TempData["Outcome"] = outcome is EndOutcome.Ended ? "The role was ended." : "The role had ended already. Nothing was changed.";
            return Redirect("/administration/access");
        }
        Problem = new FieldError("Grant the role of system administrator to somebody else first: nobody could grant access any more", null);
        await OnGetAsync();
        Describe("Error: Access", Home);
        return Page();
    }

    /// <summary>A scope in words.</summary>
    public string Say(string scope) => !Scope.TryParse(scope, out var read) ? scope : read.Kind switch
    {
        ScopeKind.Nation => "for the whole country",
        ScopeKind.Self => "for the own record",
        ScopeKind.Group => $"for {_groups.GetValueOrDefault(read.Id, "a group that is no longer recorded")}",
        _ => $"for {read.Id}",
    };

    /// <summary>A change in words, with the accounts by their ids.</summary>
    public string Say(AccountChangeRow change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var day = change.Day is { } known ? Dates.Say(known) : "a day not known";
        var role = change.Role.Length > 0 ? $"{Words.Roles.Say(change.Role)} {Say(change.Scope)}" : "";
        var what = change.What switch
        {
            "granted" => $"{role} granted to account {change.AccountId} from {day}",
            "ended" => $"{role} of account {change.AccountId} ended on {day}",
            _ => $"account {change.AccountId} linked to a person's record",
        };
        return $"{Dates.Say(change.ChangedAt)}: {what}, by account {change.ChangedBy}";
    }
}
