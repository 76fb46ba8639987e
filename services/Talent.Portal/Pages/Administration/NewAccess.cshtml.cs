using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.SignIn;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>
/// Grants a role to somebody who signs in at the provider; the first role opens the account. Sent twice, it changes nothing twice.
/// </summary>
[Permits(Permission.GrantAccess)]
public sealed class NewAccessModel(
    AccessGrants access, GroupDirectory groups, IEnumerable<ProviderSettings> provider, TimeProvider time) : PortalPage
{
    private const int Longest = 255;

    /// <summary>Subject at the provider.</summary>
    [BindProperty(Name = "subject")]
    public string? Subject { get; set; }

    /// <summary>The role.</summary>
    [BindProperty(Name = "role")]
    public string? ChosenRole { get; set; }

    /// <summary>The group for which the role holds, for roles of a group.</summary>
    [BindProperty(Name = "group")]
    public string? GroupId { get; set; }

    /// <summary>Id of the person's record.</summary>
    [BindProperty(Name = "record")]
    public string? RecordId { get; set; }

    /// <summary>The first day, as typed.</summary>
    public JourneyAnswers Typed { get; } = new();

    /// <summary>The groups.</summary>
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Problems { get; private set; } = [];

    /// <summary>Whether anybody can sign in at a provider.</summary>
    public bool HasProvider => provider.Any();

    /// <summary>Asks for the first day.</summary>
    public DateQuestion AskDay => new("from", "From which day?")
    {
        Name = "From",
        InSentence = "the first day on which the role holds",
        Earliest = LondonCalendar.Today(time),
        TooEarly = "Enter a day that is not before today",
    };

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        await ReadAsync("Grant access");
        var today = LondonCalendar.Today(time);
        (Typed["from-day"], Typed["from-month"], Typed["from-year"]) = ($"{today.Day}", $"{today.Month}", $"{today.Year}");
    }

    /// <summary>Grants the role.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!HasProvider)
            return NotFound();
        await ReadAsync("Grant access");
        (Subject, RecordId) = (Subject?.Trim() ?? "", RecordId?.Trim() ?? "");
        Problems = [.. Check()];
        if (Problems.Count > 0)
            return Again();
        var signInName = Accounts.NameOf(provider.First().Authority.ToString(), Subject);
        var asked = new AccessAsked(
            signInName, ChosenRole!, ScopeOf(ChosenRole!), AskDay.Value(Typed)!.Value, RecordId.Length > 0 ? RecordId : null);
        switch (await access.GrantAsync(asked, Caller.AccountId, Aborted))
        {
            case GrantOutcome.LinkedElsewhere:
                Problems = [new FieldError("Enter the record that the account is linked to already, or leave it empty", "record")];
                return Again();
            case GrantOutcome.HeldAlready:
                TempData["Outcome"] = "The account holds this role already.";
                break;
            default:
                TempData["Outcome"] = "Access was granted.";
                break;
        }
        return Redirect("/administration/access");
    }

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Words;

    /// <summary>A role in words, as the first ones of a line.</summary>
    public string SayRole(string role)
    {
        var words = Words.Roles.Say(role);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private IEnumerable<FieldError> Check()
    {
        if (Subject!.Length is 0 or > Longest || Subject.Any(char.IsControl))
            yield return new FieldError($"Enter the person's subject at the provider, at most {Longest} characters", "subject");
        if (!Role.OfPeople.Contains(ChosenRole))
            yield return new FieldError("Select a role", "role");
        if (IsOfAGroup(ChosenRole) && !Groups.Any(group => group.Id == GroupId))
            yield return new FieldError("Select the group for which the role holds", "group");
        if (RecordId!.Length > 0 ? !Guid.TryParse(RecordId, out _) : ChosenRole is Role.Leader or Role.LineManager)
            yield return new FieldError("Enter the id of the record, as it is written in the address of the person's page", "record");
        if (AskDay.Read(Request.Form, Typed) is { } wrongDay)
            yield return wrongDay;
    }

    private static bool IsOfAGroup(string? role) => role is Role.GroupHrDirector or Role.CompanySecretary;

    private Scope ScopeOf(string role) => role switch
    {
        Role.GroupHrDirector or Role.CompanySecretary => Scope.Group(GroupId!),
        Role.Leader or Role.LineManager => Scope.Self,
        _ => Scope.Nation,
    };

    private async Task ReadAsync(string title)
    {
        Describe(title, Home, new Link("Access", "/administration/access"));
        Groups = await groups.AllAsync(Aborted);
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again()
    {
        Describe("Error: Grant access", Home, new Link("Access", "/administration/access"));
        return Page();
    }
}
