using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Talent.Messaging;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.ServiceDefaults;
using Code = Grpc.Core.StatusCode;

namespace Talent.Portal.Pages;

/// <summary>
/// A form with one question a page and a page where the answers are checked before they are sent. The form's id is made when its first
/// page is rendered and is the request id of its command: a double click, a reload or the back button change nothing twice.
/// </summary>
public abstract class JourneyPage(JourneyStore store, IdentifierSource identifiers) : PortalPage
{
    /// <summary>Key of the page where the answers are checked.</summary>
    public const string CheckStep = "check";

    /// <summary>Id of the form.</summary>
    [BindProperty(SupportsGet = true, Name = "journey")]
    public string? JourneyId { get; set; }

    /// <summary>Set when a single answer is changed, to lead back to the check.</summary>
    [BindProperty(SupportsGet = true, Name = "change")]
    public bool Change { get; set; }

    /// <summary>What was looked for in a question that offers a search; never from the address.</summary>
    [BindProperty(Name = "find")]
    public string? Find { get; set; }

    /// <summary>The form.</summary>
    public JourneyPlan Plan { get; private set; } = null!;

    /// <summary>The question of this page; null on the page where the answers are checked.</summary>
    public Question? Question { get; private set; }

    /// <summary>The answers so far.</summary>
    public JourneyAnswers Answers { get; private set; } = new();

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Which form it is.</summary>
    protected abstract string Kind { get; }

    /// <summary>Id of what the form is about, from the address.</summary>
    protected abstract string Subject { get; }

    /// <summary>Address of the form, without its step.</summary>
    public abstract string Address { get; }

    private JourneyKey Key => new(JourneyId ?? "", Caller.AccountId, Kind, Subject);

    /// <summary>Shows a question, or the check.</summary>
    public async Task<IActionResult> OnGetAsync(string? step)
    {
        if (string.IsNullOrEmpty(JourneyId))
            JourneyId = identifiers.Next();
        else if (!Guid.TryParse(JourneyId, out _))
            return NotFound();
        else if (await store.FindAsync(Key, Aborted) is { } journey)
        {
            if (journey.Sent)
                return await AlreadySentAsync();
            Answers = journey.Answers;
        }
        else if (!string.IsNullOrEmpty(step) && step != (await PlanAsync(Answers)).Questions[0].Key)
            return Redirect(Address);
        return await ShowAsync(step);
    }

    /// <summary>Takes an answer, or sends the form.</summary>
    public async Task<IActionResult> OnPostAsync(string? step)
    {
        if (!Guid.TryParse(JourneyId, out _))
            return BadRequest();
        if (await store.FindAsync(Key, Aborted) is { } journey)
        {
            if (journey.Sent)
                return await AlreadySentAsync();
            Answers = journey.Answers;
        }
        Plan = await PlanAsync(Answers);
        return step == CheckStep ? await SendAsync() : await TakeAnswerAsync(step);
    }

    /// <summary>The questions, given the answers so far.</summary>
    protected abstract Task<JourneyPlan> PlanAsync(JourneyAnswers answers);

    /// <summary>Sends the command with the form's id as its request id.</summary>
    /// <returns>What was done, in one sentence.</returns>
    protected abstract Task<string> CommandAsync(JourneyAnswers answers, string requestId);

    /// <summary>Where a form leads back to that was sent; what it was about may not be there any more.</summary>
    protected virtual async Task<string> DestinationAsync() => (await PlanAsync(new JourneyAnswers())).Destination;

    /// <summary>The address of a step of this form.</summary>
    public string AddressOf(string step) => $"{Address}/{step}?journey={Uri.EscapeDataString(JourneyId ?? "")}";

    private async Task<IActionResult> ShowAsync(string? step)
    {
        Plan = await PlanAsync(Answers);
        if (step == CheckStep)
            return Plan.Unanswered(Answers) is { } missing ? Redirect(AddressOf(missing.Key)) : Check();
        Question = string.IsNullOrEmpty(step) ? Plan.Questions[0] : Plan.Questions.FirstOrDefault(question => question.Key == step);
        return Question is null ? NotFound() : Ask();
    }

    private async Task<IActionResult> TakeAnswerAsync(string? step)
    {
        Question = string.IsNullOrEmpty(step) ? Plan.Questions[0] : Plan.Questions.FirstOrDefault(question => question.Key == step);
        if (Question is null)
            return NotFound();
        if (Request.Form.ContainsKey(PersonQuestion.SearchField))
            return Ask();
        if ((Question.Read(Request.Form, Answers) ?? await Question.CheckAsync(Answers, Aborted)) is { } wrong)
        {
            Errors = [wrong];
            return Ask();
        }
        if (!await store.KeepAsync(Key, Answers, Aborted))
            return await AlreadySentAsync();
        Plan = await PlanAsync(Answers);
        return Redirect(AddressOf(Next()));
    }

    private string Next()
    {
        if (Change)
            return Plan.Unanswered(Answers)?.Key ?? CheckStep;
        var following = Plan.Questions.SkipWhile(question => question.Key != Question!.Key).Skip(1).FirstOrDefault();
        return following?.Key ?? CheckStep;
    }

    private async Task<IActionResult> SendAsync()
    {
        if (Plan.Unanswered(Answers) is { } missing)
            return Redirect(AddressOf(missing.Key));
        try
        {
            var outcome = await CommandAsync(Answers, JourneyId!);
            await store.MarkSentAsync(Key, Answers, Aborted);
            TempData["Outcome"] = outcome;
            return Redirect(Plan.Destination);
        }
        catch (RpcException refused) when (IsForThePerson(refused.StatusCode))
        {
            Errors = Explain(refused.GetDetails());
            return Check();
        }
    }

    private async Task<IActionResult> AlreadySentAsync()
    {
        TempData["Outcome"] = "This was done already. Nothing was changed a second time.";
        return Redirect(await DestinationAsync());
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Ask()
    {
        Describe(Errors.Count > 0 ? $"Error: {Question!.Words}" : Question!.Words);
        var before = Plan.Questions.TakeWhile(question => question.Key != Question.Key).LastOrDefault();
        ViewData["Back"] = Change ? AddressOf(CheckStep) : before is null ? Plan.Destination : AddressOf(before.Key);
        return Page();
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Check()
    {
        Question = null;
        Describe(Errors.Count > 0 ? "Error: Check your answers" : "Check your answers");
        ViewData["Back"] = AddressOf(Plan.Questions[^1].Key);
        return Page();
    }

    private static bool IsForThePerson(Code code) => code is Code.InvalidArgument or Code.FailedPrecondition
        or Code.Aborted or Code.AlreadyExists or Code.NotFound or Code.Unavailable or Code.DeadlineExceeded;

    private static IReadOnlyList<FieldError> Explain(ErrorDetails details)
    {
        if (details.Code is Code.Unavailable or Code.DeadlineExceeded)
            return [new FieldError("The service cannot be reached just now. Send again in a minute: nothing is done twice.", null)];
        return details.Fields.Count > 0
            ? [.. details.Fields.Select(field => new FieldError(field.Sentence, null))]
            : [new FieldError(details.Sentence, null)];
    }
}
