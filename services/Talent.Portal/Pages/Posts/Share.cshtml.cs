using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Posts;

/// <summary>Changes which organisations of the group a post serves, and with what share of its time.</summary>
[Permits(Permission.WritePosts)]
public sealed class ShareModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, GroupDirectory groups,
    OrganisationDirectory organisations, TimeProvider time) : JourneyPage(store, identifiers)
{
    private Post _post = new();
    private ManyChoiceQuestion _serves = null!;
    private SharesQuestion _shares = null!;
    private ManyChoiceQuestion _votes = null!;
    private NumberQuestion _days = null!;

    /// <inheritdoc />
    public override string Address => $"/posts/{Subject}/share";

    /// <inheritdoc />
    protected override string Kind => "share";

    /// <inheritdoc />
    protected override string Subject => (string)RouteData.Values["postId"]!;

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        _post = (await posts.GetPostAsync(new GetPostRequest { Id = Subject }, cancellationToken: Aborted)).Post;
        var group = await groups.FindAsync(_post.GroupId, Aborted);
        var today = LondonCalendar.Today(time);
        var codes = group.Members.Where(row => DatedValues.Holds(row, today)).Select(row => row.Value)
            .Concat(PostTable.Codes([_post])).Distinct().ToArray();
        var names = await organisations.FindAsync(codes, Aborted);
        StartFromRecorded(answers);
        Ask(codes, names, answers);
        return new JourneyPlan
        {
            Title = $"Share {_post.Title}",
            Questions = [_serves, _shares, _votes, _days, AppointmentWords.AskWhyShared],
            Facts = [new SummaryRow("Post", _post.Title)],
            Warning = Warn(names, answers),
            Command = "Change the sharing",
            Destination = $"/posts/{_post.Id}",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        var votes = _votes.Value(answers);
        var request = new SharePostRequest
        {
            RequestId = requestId,
            PostId = Subject,
            Etag = answers["etag"],
            DaysPerWeek = _days.Value(answers) ?? 0,
            ReasonCode = answers[Journeys.Reason.Key],
            Served =
            {
                _shares.Value(answers).Select(share => new ServedOrganisation
                {
                    OrganisationCode = share.Code, Share = Exact(share.Code, share.Share), Voting = votes.Contains(share.Code),
                }),
            },
        };
        await posts.SharePostAsync(request, cancellationToken: Aborted);
        return $"The sharing of {_post.Title} was recorded.";
    }

    // A third is shown rounded; unless it is changed it stays a third.
    private double Exact(string code, double? share) =>
        _post.Served.FirstOrDefault(served => served.OrganisationCode == code) is { Share: > 0 } recorded
            && share is { } given && Math.Abs((Rounded(recorded) / 100) - given) < 1e-9
            ? recorded.Share
            : share ?? 0;

    private static double Rounded(ServedOrganisation served) => Math.Round(served.Share * 100, 2);

    // What is recorded stays as it is unless it is changed: a share that is not known is left empty, and serves all the same.
    private void StartFromRecorded(JourneyAnswers answers)
    {
        if (answers.Has("etag"))
            return;
        answers["etag"] = _post.Etag;
        answers["serves"] = string.Join(' ', _post.Served.Select(served => served.OrganisationCode));
        answers["votes"] = string.Join(' ', _post.Served.Where(served => served.Voting).Select(served => served.OrganisationCode));
        foreach (var served in _post.Served.Where(served => served.Share > 0))
            answers[SharesQuestion.Field("shares", served.OrganisationCode)] = string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{Rounded(served)}");
    }

    private void Ask(IReadOnlyList<string> codes, OrganisationNames names, JourneyAnswers answers)
    {
        _serves = new ManyChoiceQuestion("serves", "Which organisations does the post serve?")
        {
            Name = "Serves",
            None = "no organisation",
            Missing = "Select at least one organisation",
            Hint = "Select all that apply. Whoever is in post leaves the boards of those you leave out.",
            Choices = [.. codes.Select(code => new Choice(code, names.Of(code)))],
        };
        var serves = codes.Where(_serves.Value(answers).Contains).ToArray();
        _shares = new SharesQuestion("shares", "What share of its time does the post give to each?")
        {
            Name = "Shares of time",
            Organisations = [.. serves.Select(code => (code, names.Of(code)))],
            Hint = "Enter per cent, together at most 100. Leave a share empty if it is not known: the organisation is served all the same.",
        };
        _votes = new ManyChoiceQuestion("votes", "On which boards does its holder vote?")
        {
            Name = "Votes on the board of",
            None = "no board",
            Hint = "Select all that apply, or none.",
            Choices = [.. serves.Select(code => new Choice(code, names.Of(code)))],
        };
        _days = new NumberQuestion("days", "How many days a week is the post meant to take?")
        {
            Name = "Days a week",
            Least = 0.1,
            Most = 7,
            Empty = "as before",
            Hint = "Leave it empty to keep what is recorded.",
            Wrong = "Enter the days a week as a number from 0.1 to 7",
        };
    }

    private string? Warn(OrganisationNames names, JourneyAnswers answers)
    {
        var serves = _serves.Value(answers);
        var left = _post.Served.Select(served => served.OrganisationCode).Where(code => !serves.Contains(code)).Select(names.Of).ToArray();
        List<string> warnings = [];
        if (left.Length > 0)
            warnings.Add($"The post will not serve any more: {string.Join("; ", left)}. Whoever is in post leaves these boards today.");
        if (serves.Count > 1)
        {
            warnings.Add("A shared post needs a plan for who takes over, and a fall-back: look at who is named for it and which posts "
                + "would stand in.");
        }
        return warnings.Count == 0 ? null : string.Join(' ', warnings);
    }
}
